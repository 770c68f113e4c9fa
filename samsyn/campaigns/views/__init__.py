"""The pages of campaigns, one file per tab; thin: access, form, action, answer."""
