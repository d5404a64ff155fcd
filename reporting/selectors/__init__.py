"""What reporting reads: a year's figures in one snapshot, editions, narrative."""
