/* The floor of an index: tree-sitter parses every file of the list, one after the other in one thread, and drops the tree.
 * usage: parse1 LIST      the grammar goes by the extension; statically linked with the sources that Heck's library is made of */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "tree_sitter/api.h"

const TSLanguage *tree_sitter_typescript(void), *tree_sitter_tsx(void), *tree_sitter_javascript(void), *tree_sitter_python(void),
  *tree_sitter_go(void), *tree_sitter_c_sharp(void);

static const struct {
  const char *extension;
  const TSLanguage *(*language)(void);
} grammars[] = {
  {".ts", tree_sitter_typescript}, {".mts", tree_sitter_typescript}, {".cts", tree_sitter_typescript}, {".tsx", tree_sitter_tsx},
  {".js", tree_sitter_javascript}, {".mjs", tree_sitter_javascript}, {".cjs", tree_sitter_javascript}, {".jsx", tree_sitter_javascript},
  {".py", tree_sitter_python}, {".go", tree_sitter_go}, {".cs", tree_sitter_c_sharp},
};

int main(int argc, char **argv) {
  FILE *list = argc == 2 ? fopen(argv[1], "r") : NULL;
  if (!list) return fprintf(stderr, "usage: parse1 LIST\n"), 2;
  static char path[4096];
  char *text = NULL;
  size_t capacity = 0;
  unsigned long files = 0, bytes = 0, nodes = 0;
  TSParser *parser = ts_parser_new();
  while (fgets(path, sizeof path, list)) {
    path[strcspn(path, "\n")] = 0;
    const char *extension = strrchr(path, '.');
    const TSLanguage *language = NULL;
    for (size_t i = 0; extension && i < sizeof grammars / sizeof *grammars; i++) {
      if (!strcmp(extension, grammars[i].extension)) language = grammars[i].language();
    }
    int file = language ? open(path, O_RDONLY) : -1;
    struct stat status;
    if (file < 0 || fstat(file, &status)) continue;
    if ((size_t)status.st_size > capacity) text = realloc(text, capacity = status.st_size);
    ssize_t length = read(file, text, status.st_size);
    close(file);
    ts_parser_set_language(parser, language);
    TSTree *tree = ts_parser_parse_string(parser, NULL, text, length);
    nodes += ts_node_descendant_count(ts_tree_root_node(tree));
    ts_tree_delete(tree);
    files++, bytes += length;
  }
  printf("%lu files, %lu bytes, %lu nodes\n", files, bytes, nodes);
}
