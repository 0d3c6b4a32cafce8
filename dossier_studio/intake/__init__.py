"""What the applicant's files are: their kind, their facts, and what is amiss inside them.

Files are hostile: they are parsed in worker processes only (crew), under limits, and the trouble
of one file is a problem in its facts, never an exception.
"""
