/* SPDX-License-Identifier: MIT */
#include <glib/gstdio.h>
#include <stdint.h>
#include <unistd.h>

#include "store/lt-document.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
read_journal (LtDocument *document)
{
  GListModel *history = lt_document_list_history (document);

  for (guint i = 0; i < g_list_model_get_n_items (history); i++)
    {
      g_autoptr (LtHistoryEntry) entry = g_list_model_get_item (history, i);
      g_autofree char *label = lt_history_entry_dup_label (entry);
      g_autoptr (GPtrArray) changes = lt_document_read_changes (document, lt_history_entry_get_id (entry), NULL);

      g_assert (g_utf8_validate (label, -1, NULL));
    }
}

/* Any bytes as a plan file: opened or refused with a sentence, never a crash;
 * what opens can be read, undone, edited and opened again. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *path = NULL;
  g_autofree char *journal = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (LtDocument) document = NULL;
  int fd = g_file_open_tmp ("lotrinh-fuzz-XXXXXX.lotrinh", &path, NULL);

  g_assert (fd >= 0 && write (fd, data, size) == (ssize_t) size);
  close (fd);

  document = lt_document_open (path, LT_OPEN_MUST_WRITE, &error);
  g_assert ((document == NULL) == (error != NULL));
  if (document)
    {
      LtItem *book = LT_ITEM (lt_document_get_book (document));
      LtItem *plan = lt_item_get_child (book, 0);

      read_journal (document);
      while (lt_document_undo (document, NULL))
        ;
      while (lt_document_redo (document, NULL))
        ;
      if (plan)
        lt_document_set (document, plan, "title", "Tên mới", NULL);
      lt_document_close (document);
    }
  else
    g_assert (g_utf8_validate (error->message, -1, NULL));

  journal = g_strconcat (path, "-journal", NULL);
  g_unlink (path);
  g_unlink (journal);
  return 0;
}
