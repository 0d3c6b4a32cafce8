"""The papers that the program writes for the officer to sign: letters, declaration, form."""
