// The module begins here; its folders say what lives where.
