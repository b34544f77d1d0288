/* The runtime is compiled into this file, for two reasons: walking its subtrees directly costs a fraction of its cursor, which looks up
 * aliases, fields and positions anew at every step (a test holds the result against the cursor); and what it allocates for a file comes
 * from an arena that is emptied as a whole, where freeing a tree node by node takes a tenth of the time of parsing it. */
#include "arena.h"
#define ts_malloc hk_malloc
#define ts_calloc hk_calloc
#define ts_realloc hk_realloc
#define ts_free hk_free
#include "lib.c"
#include "heck_ts.h"

struct hk_parser {
  hk_arena arena;
  const TSLanguage *language;
  const TSTree *tree;
};

const TSLanguage *tree_sitter_typescript(void);
const TSLanguage *tree_sitter_tsx(void);
const TSLanguage *tree_sitter_javascript(void);
const TSLanguage *tree_sitter_python(void);
const TSLanguage *tree_sitter_go(void);
const TSLanguage *tree_sitter_c_sharp(void);

const TSLanguage *hk_language(uint32_t grammar) {
  switch (grammar) {
    case 0: return tree_sitter_typescript();
    case 1: return tree_sitter_tsx();
    case 2: return tree_sitter_javascript();
    case 3: return tree_sitter_python();
    case 4: return tree_sitter_go();
    case 5: return tree_sitter_c_sharp();
    default: return NULL;
  }
}

uint32_t hk_symbol_count(const TSLanguage *language) { return ts_language_symbol_count(language); }
const char *hk_symbol_name(const TSLanguage *language, uint32_t symbol) { return ts_language_symbol_name(language, (TSSymbol)symbol); }
uint32_t hk_symbol_type(const TSLanguage *language, uint32_t symbol) { return ts_language_symbol_type(language, (TSSymbol)symbol); }
uint32_t hk_public_symbol(const TSLanguage *language, uint32_t symbol) { return ts_language_public_symbol(language, (TSSymbol)symbol); }
uint32_t hk_field_count(const TSLanguage *language) { return ts_language_field_count(language); }
const char *hk_field_name(const TSLanguage *language, uint32_t field) { return ts_language_field_name_for_id(language, (TSFieldId)field); }

hk_parser *hk_parser_new(const TSLanguage *language) {
  uint32_t abi = ts_language_abi_version(language);
  if (abi < TREE_SITTER_MIN_COMPATIBLE_LANGUAGE_VERSION || abi > TREE_SITTER_LANGUAGE_VERSION) return NULL;
  hk_parser *parser = hk_calloc(1, sizeof *parser);
  parser->language = language;
  return parser;
}

void hk_parser_delete(hk_parser *parser) {
  hk_arena_delete(&parser->arena);
  hk_free(parser);
}

typedef struct {
  const char *utf8;
  uint32_t length;
} hk_input;

static const char *hk_read(void *payload, uint32_t offset, TSPoint position, uint32_t *length) {
  (void)position;
  const hk_input *input = payload;
  *length = offset < input->length ? input->length - offset : 0;
  return *length ? input->utf8 + offset : "";
}

/* Sources that stand at every fork of a grammar at once cost memory and time that grow with the square of their length. Code of five languages needs up
 * to 100 bytes of memory and 0.02 looks at the progress for each byte. */
enum { HK_FREE_MEMORY = 64 << 20, HK_MEMORY_PER_BYTE = 200, HK_FREE_LOOKS = 1 << 16, HK_BYTES_PER_LOOK = 16 };

typedef struct {
  const volatile int32_t *cancel;
  const hk_arena *arena;
  size_t memory_left, looks_left;
  bool too_much;
} hk_progress;

static bool hk_must_stop(TSParseState *state) {
  hk_progress *progress = state->payload;
  if (progress->cancel && *progress->cancel) return true;
  progress->too_much = progress->arena->total > progress->memory_left || progress->looks_left-- == 0;
  return progress->too_much;
}

uint32_t hk_parse(hk_parser *self, const char *utf8, uint32_t length, const volatile int32_t *cancel) {
  hk_input source = {utf8, length};
  TSInput input = {.payload = &source, .read = hk_read, .encoding = TSInputEncodingUTF8};
  hk_progress progress = {cancel, &self->arena, HK_FREE_MEMORY + (size_t)length * HK_MEMORY_PER_BYTE, HK_FREE_LOOKS + length / HK_BYTES_PER_LOOK, false};
  TSParseOptions options = {.payload = &progress, .progress_callback = hk_must_stop};
  hk_arena_reset(&self->arena);
  hk_arena_in_use = &self->arena;
  TSParser *parser = ts_parser_new();
  ts_parser_set_language(parser, self->language);
  self->tree = ts_parser_parse_with_options(parser, NULL, input, options);
  /* The scanners of the grammars do not know of the arena and must be told to free what they hold. */
  ts_parser_delete(parser);
  hk_arena_in_use = NULL;
  if (progress.too_much) return HK_TOO_MUCH;
  return self->tree ? ts_subtree_visible_descendant_count(self->tree->root) + 1 : 0;
}

/* A subtree whose children are being visited. `owner` is the frame of the nearest visible node, `field` what a hidden node hands down. */
typedef struct {
  const Subtree *children;
  const TSSymbol *aliases;
  const TSFieldMapEntry *fields, *fields_end;
  uint32_t child_count, child, structural;
  uint32_t start, row;
  uint32_t node, owner, last_child;
  TSFieldId field;
} hk_frame;

#define HK_HIDDEN UINT32_MAX

typedef Array(hk_frame) hk_stack;

static hk_frame *hk_enter(hk_stack *stack, const TSLanguage *language, Subtree subtree, uint32_t start, uint32_t row) {
  array_grow_by(stack, 1);
  hk_frame *frame = array_back(stack);
  frame->children = ts_subtree_children(subtree);
  frame->child_count = subtree.ptr->child_count;
  frame->start = start;
  frame->row = row;
  frame->last_child = HK_HIDDEN;
  frame->aliases = ts_language_alias_sequence(language, subtree.ptr->production_id);
  ts_language_field_map(language, subtree.ptr->production_id, &frame->fields, &frame->fields_end);
  return frame;
}

static TSFieldId hk_field_of_child(const hk_frame *parent) {
  for (const TSFieldMapEntry *map = parent->fields; map < parent->fields_end; map++) {
    if (!map->inherited && map->child_index == parent->structural) return map->field_id;
  }
  return parent->field;
}

static uint32_t hk_flags(const TSLanguage *language, Subtree subtree, TSSymbol alias) {
  bool named = alias ? ts_language_symbol_metadata(language, alias).named : ts_subtree_named(subtree);
  return (named ? HK_NAMED : 0) | (ts_subtree_missing(subtree) ? HK_MISSING : 0) | (ts_subtree_is_error(subtree) ? HK_ERROR : 0)
       | (ts_subtree_extra(subtree) ? HK_EXTRA : 0) | (ts_subtree_error_cost(subtree) ? HK_HAS_ERROR : 0);
}

static hk_node hk_show(const TSLanguage *language, Subtree subtree, uint32_t start, uint32_t row, TSSymbol alias, TSFieldId field) {
  return (hk_node) {
    .start = start, .end = start + ts_subtree_size(subtree).bytes,
    .symbol = ts_language_public_symbol(language, alias ? alias : ts_subtree_symbol(subtree)), .field = field,
    .line_flags = (row & HK_LINE_MASK) | hk_flags(language, subtree, alias),
  };
}

static void hk_note_error(hk_errors *errors, Subtree subtree, uint32_t start) {
  if (!ts_subtree_missing(subtree) && !ts_subtree_is_error(subtree)) return;
  if (errors->count++ == 0) errors->first = start;
}

uint32_t hk_flatten(const hk_parser *parser, hk_node *out, uint32_t capacity, uint32_t deepest, hk_errors *errors) {
  const TSLanguage *language = parser->language;
  const TSTree *tree = parser->tree;
  uint32_t start = ts_subtree_padding(tree->root).bytes, row = ts_subtree_padding(tree->root).extent.row, count = 1;
  *errors = (hk_errors) {0, 0};
  if (capacity < ts_subtree_visible_descendant_count(tree->root) + 1) return 0;
  out[0] = hk_show(language, tree->root, start, row, 0, 0);
  out[0].line_flags |= HK_LAST;
  out[0].next = 1;
  hk_note_error(errors, tree->root, start);
  if (!ts_subtree_child_count(tree->root)) return 1;

  hk_stack stack = array_new();
  hk_enter(&stack, language, tree->root, start, row); /* node 0, owned by itself */
  while (stack.size) {
    hk_frame *frame = array_back(&stack);
    if (frame->child == frame->child_count) {
      if (frame->node != HK_HIDDEN) {
        out[frame->node].next = count;
        if (frame->last_child != HK_HIDDEN) out[frame->last_child].line_flags |= HK_LAST;
      }
      stack.size--;
      continue;
    }
    Subtree child = frame->children[frame->child];
    if (frame->child++) { /* the first child's padding is its parent's */
      Length padding = ts_subtree_padding(child);
      frame->start += padding.bytes;
      frame->row += padding.extent.row;
    }
    TSSymbol alias = 0;
    TSFieldId field = 0;
    if (!ts_subtree_extra(child)) {
      alias = frame->aliases ? frame->aliases[frame->structural] : 0;
      field = hk_field_of_child(frame);
      frame->structural++;
    }
    start = frame->start;
    row = frame->row;
    Length size = ts_subtree_size(child);
    frame->start += size.bytes;
    frame->row += size.extent.row;
    hk_note_error(errors, child, start);

    uint32_t owner = frame->owner, node = HK_HIDDEN;
    if (alias || ts_subtree_visible(child)) {
      node = count++;
      out[node] = hk_show(language, child, start, row, alias, field);
      out[node].next = count;
      array_get(&stack, owner)->last_child = node;
    }
    if (!ts_subtree_child_count(child)) continue;
    if (stack.size > deepest) {
      count = HK_TOO_MUCH;
      break;
    }
    hk_frame *entered = hk_enter(&stack, language, child, start, row);
    entered->node = node;
    entered->owner = node == HK_HIDDEN ? owner : stack.size - 1;
    entered->field = node == HK_HIDDEN ? field : 0;
  }
  array_delete(&stack);
  return count;
}
