"""Addresses of section 47 enquiries."""

from django.urls import path

from protection.views import enquiries

ENQUIRY = "child-protection/enquiries/<str:reference>/"
PATTERNS = [
    path(ENQUIRY, enquiries.enquiry, name="enquiry"),
    path(f"{ENQUIRY}write/", enquiries.writing, name="write_enquiry"),
    path(f"{ENQUIRY}ask/", enquiries.asking_agency, name="ask_for_enquiry"),
    path(f"{ENQUIRY}authorise/", enquiries.authorising, name="authorise_enquiry"),
]
