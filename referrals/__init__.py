"""The front door: a submission becomes contacts, which the MASH rates, decides and signs off."""
