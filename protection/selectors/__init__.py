"""Questions of child protection, each scoped to who asks."""
