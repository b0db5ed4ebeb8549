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

static void
set_title (LtDocument *document, const char *title)
{
  g_assert_true (lt_document_set (document, lt_item_get_child (LT_ITEM (lt_document_get_book (document)), 0), "title",
                                  title, NULL));
}

/* A sound file with a journal, made once. */
static GBytes *
make_sound_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("lotrinh-fuzz-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "sound.lotrinh", NULL);
  g_autoptr (LtBook) book = lt_book_new ();
  LtItem *above = LT_ITEM (book);
  const GType types[] = { LT_TYPE_PLAN, LT_TYPE_INITIATIVE, LT_TYPE_ASSIGNMENT, LT_TYPE_OUTCOME, LT_TYPE_TARGET };
  g_autoptr (LtDocument) document = NULL;
  char *data;
  gsize length;

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      LtItem *item = lt_item_new_draft (types[i], 0);

      lt_item_append_draft (above, item);
      above = item;
    }
  lt_item_append_draft (LT_ITEM (lt_book_get_registry (book)), lt_item_new_draft (LT_TYPE_AGENCY, 0));
  document = lt_document_create (path, book, NULL);
  g_assert_nonnull (document);
  set_title (document, "Kế hoạch một");
  set_title (document, "Kế hoạch hai");
  g_assert_true (lt_document_undo (document, NULL));
  g_clear_object (&document);

  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  g_unlink (path);
  g_rmdir (folder);
  return g_bytes_new_take (data, length);
}

/* The input says where the sound file is hurt: three bytes for a place, one for
 * the new value; what is left over cuts the end off. */
static GByteArray *
hurt_file (GBytes *sound, const uint8_t *data, size_t size)
{
  gsize length;
  const guint8 *bytes = g_bytes_get_data (sound, &length);
  GByteArray *hurt = g_byte_array_sized_new ((guint) length);

  g_byte_array_append (hurt, bytes, (guint) length);
  for (; size >= 4; data += 4, size -= 4)
    hurt->data[((guint) data[0] << 16 | (guint) data[1] << 8 | data[2]) % length] = data[3];
  if (size > 0)
    g_byte_array_set_size (hurt, (guint) (length * data[0] / 255));
  return hurt;
}

/* A plan file with any damage: opened or refused with a sentence, never a crash;
 * what opens can be read, undone, edited and opened again. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static GBytes *sound;
  g_autoptr (GByteArray) hurt = NULL;
  g_autofree char *path = NULL;
  g_autofree char *journal = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (LtDocument) document = NULL;
  int fd;

  if (sound == NULL)
    sound = make_sound_file ();
  hurt = hurt_file (sound, data, size);
  fd = g_file_open_tmp ("lotrinh-fuzz-XXXXXX.lotrinh", &path, NULL);
  g_assert (fd >= 0 && write (fd, hurt->data, hurt->len) == (ssize_t) hurt->len);
  close (fd);

  document = lt_document_open (path, LT_OPEN_MUST_WRITE, &error);
  g_assert ((document == NULL) == (error != NULL));
  if (document)
    {
      LtItem *plan = lt_item_get_child (LT_ITEM (lt_document_get_book (document)), 0);

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
