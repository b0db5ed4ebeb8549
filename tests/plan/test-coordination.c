/* SPDX-License-Identifier: MIT */
#include <locale.h>
#include <string.h>

#include "exchange/lt-json.h"
#include "plan/lt-coordination.h"

typedef struct {
  const char *file;
  gboolean with_registry;
} TableCase;

static char *
read_data (const char *first, const char *second)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, first, second, NULL);
  g_autoptr (GError) error = NULL;
  char *contents;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  return contents;
}

/* The agencies of the sample plan, which are those of Hải Phòng. */
static LtBook *
load_sample (void)
{
  g_autofree char *contents = read_data ("../data", "sample.json");
  g_autoptr (GError) error = NULL;
  LtBook *book = lt_json_parse_book (contents, -1, &error);

  g_assert_no_error (error);
  return book;
}

static char *
dup_unescaped (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\\n", -1);

  return g_strjoinv ("\n", lines);
}

static char *
dup_pieces (const GPtrArray *mentions)
{
  GString *pieces = g_string_new (NULL);

  for (guint i = 0; i < mentions->len; i++)
    {
      const LtMention *mention = g_ptr_array_index (mentions, i);

      g_string_append_printf (pieces, "%s%s", i > 0 ? " | " : "", mention->phrase);
    }
  return g_string_free (pieces, FALSE);
}

static void
test_table (gconstpointer data)
{
  const TableCase *table = data;
  g_autofree char *contents = read_data ("data", table->file);
  g_auto (GStrv) lines = g_strsplit (contents, "\n", -1);
  g_autoptr (LtBook) book = table->with_registry ? load_sample () : NULL;
  guint n_rows = 0;
  guint n_wrong = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) columns = g_strsplit (lines[i], "\t", -1);
      g_autofree char *cell = NULL;
      g_autoptr (GPtrArray) mentions = NULL;
      g_autofree char *pieces = NULL;

      if (*lines[i] == '\0' || *lines[i] == '#')
        continue;
      cell = dup_unescaped (columns[0]);
      mentions = lt_coordination_parse (cell, book ? lt_book_get_registry (book) : NULL);
      pieces = dup_pieces (mentions);
      n_rows++;
      if (strcmp (pieces, columns[1]) == 0)
        continue;
      g_test_message ("“%s”:\n  %s\n  should be\n  %s", columns[0], pieces, columns[1]);
      n_wrong++;
    }
  g_test_message ("%u rows, %u wrong", n_rows, n_wrong);
  g_assert_cmpuint (n_rows, >, 30);
  g_assert_cmpuint (n_wrong, ==, 0);
}

/* Which agency a phrase is, and how sure. */
static void
test_agencies (void)
{
  static const struct {
    const char *cell;
    const char *agency; /* NULL: none */
    gboolean doubtful;
    gboolean group;
  } rows[] = {
    { "CATP", "Công an thành phố Hải Phòng", FALSE, FALSE },
    { "Công an Thành phố", "Công an thành phố Hải Phòng", FALSE, FALSE },
    { "CA TP", "Công an thành phố Hải Phòng", FALSE, FALSE },
    { "Sở TT&TT", "Sở Thông tin và Truyền thông", FALSE, FALSE },
    { "Sở TT & TT", "Sở Thông tin và Truyền thông", FALSE, FALSE },
    { "Sở Thông tin Truyền thông", "Sở Thông tin và Truyền thông", FALSE, FALSE },
    { "Sở Lao động -Thương binh và Xã hội", "Sở Lao động - Thương binh và Xã hội", FALSE, FALSE },
    { "Sở Lao động –\nThương binh và Xã hội", "Sở Lao động - Thương binh và Xã hội", FALSE, FALSE },
    { "Tòa án nhân dân thành phố", "Toà án nhân dân thành phố", FALSE, FALSE },
    { "Văn phòng Ủy ban nhân dân TP", "Văn phòng UBND thành phố", FALSE, FALSE },
    { "SỞ Y TẾ", "Sở Y tế", FALSE, FALSE },
    { "Sở Y tế thành phố", "Sở Y tế", FALSE, FALSE },
    { "Sở Y tế (Trung tâm Kiểm soát bệnh tật)", "Sở Y tế", FALSE, FALSE },
    { "Giám đốc Sở Y tế", "Sở Y tế", FALSE, FALSE },
    { "Sở: Y tế", "Sở Y tế", FALSE, FALSE },
    { "Bảo hiểm xã hội", "Bảo hiểm xã hội thành phố", TRUE, FALSE },
    { "Bưu điện", "Bưu điện thành phố", TRUE, FALSE },
    { "Cục Thi hành án dân sự", "Cục Thi hành án dân sự thành phố", TRUE, FALSE },
    { "Sở", NULL, FALSE, FALSE },
    { "Cục", NULL, FALSE, FALSE },
    { "Sở Y", "Sở Y tế", TRUE, FALSE },
    { "Sở Y tế Hà Nội", NULL, FALSE, FALSE },
    { "Công an thành phố Thủy Nguyên", NULL, FALSE, FALSE },
    { "Bảo hiểm xã hội Việt Nam", NULL, FALSE, FALSE },
    { "nghiệp và phát triển nông thôn", NULL, TRUE, FALSE },
    { "các Sở, ban, ngành", "Các Sở, ban, ngành", FALSE, TRUE },
    { "UBND quận, huyện", "UBND các quận, huyện", FALSE, TRUE },
    { "các đơn vị có liên quan", NULL, FALSE, TRUE },
    { "cơ quan, đơn vị liên quan", NULL, FALSE, TRUE },
    { "sở ngành khác", NULL, FALSE, TRUE },
    { "UBND các xã, phường", NULL, FALSE, TRUE },
    { "UBND quận Lê Chân", NULL, FALSE, FALSE },
    { "Thủ trưởng các cơ quan, đơn vị", NULL, FALSE, TRUE },
    { "Phòng Giáo dục và Đào tạo các quận, huyện", NULL, FALSE, TRUE },
    { "bộ phận một cửa cấp xã", NULL, FALSE, TRUE },
    { "Tổ công tác Đề án 06 các cấp", NULL, FALSE, TRUE },
    { "Sở Y tế (phụ trách các quận, huyện)", "Sở Y tế", FALSE, FALSE },
    { "Hiệp hội Doanh nghiệp thành phố", NULL, FALSE, FALSE },
    { "các hiệp hội doanh nghiệp", NULL, FALSE, TRUE },
  };
  g_autoptr (LtBook) book = load_sample ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) mentions
        = lt_coordination_parse (rows[i].cell, lt_book_get_registry (book));
      const LtMention *mention;
      const char *name;

      g_assert_cmpuint (mentions->len, ==, 1);
      mention = g_ptr_array_index (mentions, 0);
      name = mention->agency != NULL ? lt_agency_get_name (mention->agency) : NULL;
      if (g_strcmp0 (name, rows[i].agency) == 0 && mention->doubtful == rows[i].doubtful
          && mention->group == rows[i].group)
        continue;
      g_test_message ("“%s”: %s, doubtful %d, group %d", rows[i].cell, name ? name : "none",
                      mention->doubtful, mention->group);
      g_test_fail ();
    }
}

/* Words that an appendix says once for several agencies. */
static void
test_shared_head (void)
{
  static const char *const cells[] = {
    "Các Sở: Y tế, Tư pháp và Nội vụ",
    "Các Sở Y tế, Tư pháp và Nội vụ",
    "Sở Y tế, Tư pháp, Nội vụ",
  };
  static const char *const names[] = { "Sở Y tế", "Sở Tư pháp", "Sở Nội vụ" };
  g_autoptr (LtBook) book = load_sample ();

  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autoptr (GPtrArray) mentions
        = lt_coordination_parse (cells[i], lt_book_get_registry (book));

      g_assert_cmpuint (mentions->len, ==, G_N_ELEMENTS (names));
      for (guint j = 0; j < mentions->len; j++)
        {
          const LtMention *mention = g_ptr_array_index (mentions, j);

          g_assert_nonnull (mention->agency);
          g_assert_cmpstr (lt_agency_get_name (mention->agency), ==, names[j]);
        }
    }
}

static void
test_nothing (void)
{
  static const char *const cells[] = { NULL, "", "  \n ", "-", ";,.", "...", "v.v.", "thực hiện" };

  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autoptr (GPtrArray) mentions = lt_coordination_parse (cells[i], NULL);

      g_assert_cmpuint (mentions->len, ==, 0);
    }
}

int
main (int argc, char *argv[])
{
  static const TableCase cases[] = {
    { "agencies.tsv", FALSE },
    { "agencies.tsv", TRUE },
    { "agencies-more.tsv", FALSE },
    { "agencies-more.tsv", TRUE },
  };

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/coordination/table", &cases[0], test_table);
  g_test_add_data_func ("/coordination/table-known", &cases[1], test_table);
  g_test_add_data_func ("/coordination/table-more", &cases[2], test_table);
  g_test_add_data_func ("/coordination/table-more-known", &cases[3], test_table);
  g_test_add_func ("/coordination/agencies", test_agencies);
  g_test_add_func ("/coordination/shared-head", test_shared_head);
  g_test_add_func ("/coordination/nothing", test_nothing);
  return g_test_run ();
}
