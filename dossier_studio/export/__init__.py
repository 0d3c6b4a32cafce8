"""From pages to what is sent: names, slots, index, bag, package, and its verification."""
