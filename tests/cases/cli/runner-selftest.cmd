# The runner itself: both streams, the status, an empty folder, names for paths.
echo "files here: $(ls | wc -l)"
echo "$PWD/x.pdf" >&2
exit 5
