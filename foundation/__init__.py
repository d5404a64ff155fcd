"""The ground floor: building blocks without any word of the domain, each written once and used by every app."""
