"""The packet at the desk: the list, signing here or on the tablet, links, paper and scans."""
