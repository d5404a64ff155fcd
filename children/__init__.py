"""The child's record: identity and, later, household, matching, involvements and chronology."""
