"""What passes between teams and agencies: clocks, handovers, requests, questionnaires, confirmation of people."""
