#ifndef HECK_ARENA_H_
#define HECK_ARENA_H_

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Memory for one file at a time. Blocks are cut off a chunk, small freed ones are used again, and a reset gives everything back at once.
 * While a thread has an arena in use, all that it allocates comes from there and must not outlive the next reset; otherwise from malloc. */

enum { HK_STEP = 8, HK_REUSED = 1024, HK_FIRST_CHUNK = 256 << 10, HK_KEPT_CHUNK = 8 << 20 };

typedef struct hk_chunk {
  struct hk_chunk *next;
  size_t size;
} hk_chunk;

/* Stands before each block; a freed block holds the next free one of its size. */
typedef struct {
  size_t size;
} hk_header;

typedef struct {
  hk_chunk *chunks;
  char *at, *end;
  size_t total; /* of all chunks */
  void *freed[HK_REUSED / HK_STEP + 1];
} hk_arena;

static _Thread_local hk_arena *hk_arena_in_use;

static inline void *hk_checked(void *block, size_t size) {
  if (!block && size) fprintf(stderr, "out of memory: %zu bytes for a parser\n", size), abort();
  return block;
}

static inline size_t hk_round(size_t size) { return size ? (size + HK_STEP - 1) & ~(size_t)(HK_STEP - 1) : HK_STEP; }

static inline size_t *hk_size_of(void *block) { return &((hk_header *)block - 1)->size; }

static void hk_arena_add_chunk(hk_arena *arena, size_t least) {
  size_t size = arena->chunks ? arena->chunks->size * 2 : HK_FIRST_CHUNK;
  if (size > HK_KEPT_CHUNK) size = HK_KEPT_CHUNK;
  if (size < least + sizeof(hk_chunk)) size = least + sizeof(hk_chunk);
  hk_chunk *chunk = hk_checked(malloc(size), size);
  *chunk = (hk_chunk) {arena->chunks, size};
  arena->chunks = chunk;
  arena->total += size;
  arena->at = (char *)(chunk + 1);
  arena->end = (char *)chunk + size;
}

static void hk_arena_delete(hk_arena *arena) {
  for (hk_chunk *chunk = arena->chunks, *next; chunk; chunk = next) {
    next = chunk->next;
    free(chunk);
  }
  memset(arena, 0, sizeof *arena);
}

/* Keeps the last chunk, which is the largest of those made by doubling, unless one huge file needed more. */
static void hk_arena_reset(hk_arena *arena) {
  hk_chunk *kept = arena->chunks;
  if (!kept) return;
  hk_arena rest = {.chunks = kept->size > HK_KEPT_CHUNK ? kept : kept->next};
  int keep = rest.chunks != kept;
  hk_arena_delete(&rest);
  memset(arena, 0, sizeof *arena);
  if (!keep) return;
  kept->next = NULL;
  arena->chunks = kept;
  arena->total = kept->size;
  arena->at = (char *)(kept + 1);
  arena->end = (char *)kept + kept->size;
}

static void *hk_malloc(size_t size) {
  hk_arena *arena = hk_arena_in_use;
  if (!arena) return hk_checked(malloc(size), size);
  size = hk_round(size);
  if (size <= HK_REUSED && arena->freed[size / HK_STEP]) {
    void *block = arena->freed[size / HK_STEP];
    arena->freed[size / HK_STEP] = *(void **)block;
    return block;
  }
  if ((size_t)(arena->end - arena->at) < size + sizeof(hk_header)) hk_arena_add_chunk(arena, size + sizeof(hk_header));
  void *block = arena->at + sizeof(hk_header);
  arena->at = (char *)block + size;
  *hk_size_of(block) = size;
  return block;
}

static void hk_free(void *block) {
  hk_arena *arena = hk_arena_in_use;
  if (!arena) {
    free(block);
  } else if (block && *hk_size_of(block) <= HK_REUSED) {
    void **freed = &arena->freed[*hk_size_of(block) / HK_STEP];
    *(void **)block = *freed;
    *freed = block;
  }
}

static void *hk_calloc(size_t count, size_t size) {
  if (!hk_arena_in_use) return hk_checked(calloc(count, size), count * size);
  return memset(hk_malloc(count * size), 0, count * size);
}

static void *hk_realloc(void *block, size_t size) {
  hk_arena *arena = hk_arena_in_use;
  if (!arena) return hk_checked(realloc(block, size), size);
  if (!block) return hk_malloc(size);
  size_t old = *hk_size_of(block), wanted = hk_round(size);
  if (wanted <= old) return block;
  if ((char *)block + old == arena->at && (size_t)(arena->end - (char *)block) >= wanted) {
    arena->at = (char *)block + wanted;
    *hk_size_of(block) = wanted;
    return block;
  }
  void *moved = memcpy(hk_malloc(size), block, old);
  hk_free(block);
  return moved;
}

#endif
