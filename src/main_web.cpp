// Entry point of the page.

int main() { return 0; }
