"""The pages of exercises; thin: access, form, action, answer."""
