"""Learning from harm: incidents, practice reviews, child deaths. For now it declares whom that work needs."""
