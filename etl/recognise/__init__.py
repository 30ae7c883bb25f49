"""What tables say: titles, units, periods, names, header words, layouts. Grid in, labelled figures out."""
