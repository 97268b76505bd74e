#!/bin/sh
# Makes a database of the two files beside this one. Neo4j must be stopped, and the database new or empty.
# usage: sh NAME.neo4j-import.sh [DATABASE]
set -eu
name=${0%.neo4j-import.sh}
exec neo4j-admin database import full --overwrite-destination=false --multiline-fields=true --array-delimiter=';' \
  --nodes="$name.neo4j-nodes.csv" --relationships="$name.neo4j-edges.csv" "${1:-neo4j}"
