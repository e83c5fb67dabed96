"""What serve.py is made of: setup (dependencies), build (compiler), site (the static page), server (loopback HTTP)."""
