"""Rules of this app: who must be told of an incident, what each state allows, what clocks are called."""
