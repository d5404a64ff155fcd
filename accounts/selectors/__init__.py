"""What can be asked about agencies, people and who may see what."""
