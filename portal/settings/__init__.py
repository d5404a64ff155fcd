"""Settings: `base` holds what never differs; `demo`, `test` and `production` say what does."""
