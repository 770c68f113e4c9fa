"""Acts on events, registrations, evaluations and certificates."""
