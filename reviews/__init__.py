"""Learning from harm: serious incidents and the reviews that follow them. Every record is restricted to those named on it."""
