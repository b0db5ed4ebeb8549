/* SPDX-License-Identifier: MIT */
#pragma once

#include "store/lt-document.h"

/* A folder of its own for one test, and a small plan in a file inside. */
typedef struct {
  char *folder;
  char *path;
  LtDocument *document;
} StoreFixture;

/* Two models; 1 has rows 1.1 (results (1), (2)) and 1.2 (result (3), its deadline
 * joined with 1.1), 2 has row 2.1 with one unlabelled result that has a target. */
LtBook     *store_fixture_book_new   (void);
void        store_fixture_set_up     (StoreFixture *fixture, gconstpointer data);
/* The same with another book, which is taken. */
void        store_fixture_set_up_with (StoreFixture *fixture, LtBook *book);
void        store_fixture_tear_down  (StoreFixture *fixture, gconstpointer data);
/* Closes the file and opens it again. */
void        store_fixture_reopen     (StoreFixture *fixture);
/* Follows "1.2.1" from the first plan; the test fails if there is nothing. */
gpointer    store_fixture_get        (StoreFixture *fixture, const char *path);
/* All that the book holds, ids and order included, as text that can be compared. */
char       *store_fixture_dump       (LtDocument *document);
/* A folder with all that is in it. */
void        store_fixture_remove_tree (const char *path);
/* What the disk says, whatever memory shows. */
char       *store_fixture_dump_disk  (StoreFixture *fixture);
