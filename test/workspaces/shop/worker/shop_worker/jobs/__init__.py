"""One module a job, each with `run(database, now)`."""
