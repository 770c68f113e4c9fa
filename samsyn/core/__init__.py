"""The ground: accounts, audit, personal data, registry, law, search, mail, files, jobs, PDF, charts."""
