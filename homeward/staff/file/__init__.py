"""The staff section of the program file: workers, credentials, hours, roles, duties."""
