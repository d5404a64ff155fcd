"""Questions that pages, services and upper apps ask of clocks, handovers, requests and questionnaires."""
