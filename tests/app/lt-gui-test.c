/* SPDX-License-Identifier: MIT */
#include "lt-gui-test.h"

#include <glib/gstdio.h>
#include <string.h>
#include <zip.h>

#include "app/lt-plan-view-private.h"
#include "app/lt-settings.h"
#include "exchange/lt-exporter.h"
#include "exchange/lt-sample.h"
#include "text/lt-locale.h"

/* G_TEST_OPTION_ISOLATE_DIRS would hide the schemas that libadwaita asks for. */
static char *
isolate (void)
{
  static const char *const variables[] = { "HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME" };
  char *home = g_dir_make_tmp ("lotrinh-home-XXXXXX", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (variables); i++)
    {
      g_autofree char *folder = g_build_filename (home, i ? variables[i] : ".", NULL);

      g_mkdir_with_parents (folder, 0700);
      g_setenv (variables[i], folder, TRUE);
    }
  return home;
}

static void remove_folder (const char *path);

int
lt_gui_test_run (int *argc, char ***argv, void (*add_tests) (void))
{
  g_autofree char *language = NULL;
  g_autofree char *home = isolate ();
  int status;

  g_test_init (argc, argv, NULL);
  language = g_strdup (g_getenv ("LANGUAGE"));
  lt_locale_init (language);
  gtk_disable_setlocale ();
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP no display\n");
      return 0;
    }
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  add_tests ();
  status = g_test_run ();
  remove_folder (home);
  return status;
}

/* One for all tests: a process has one, and it stays registered on the bus. */
static LtApplication *
get_application (void)
{
  static LtApplication *application;
  g_autoptr (GError) error = NULL;

  if (application == NULL)
    {
      application = lt_application_new (G_APPLICATION_NON_UNIQUE);
      g_application_register (G_APPLICATION (application), NULL, &error);
      g_assert_no_error (error);
    }
  return application;
}

void
lt_gui_set_up_empty (LtGui *gui, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  lt_settings_reset ();
  gui->folder = g_dir_make_tmp ("lotrinh-XXXXXX", &error);
  g_assert_no_error (error);
  gui->application = get_application ();
  g_application_activate (G_APPLICATION (gui->application));
  gui->window = LT_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (gui->application)));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (gui->window));
}

void
lt_gui_set_up (LtGui *gui, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LtBook) book = lt_sample_new (&error);
  g_autoptr (LtDocument) document = NULL;

  lt_gui_set_up_empty (gui, data);
  g_assert_no_error (error);
  gui->path = g_build_filename (gui->folder, "mẫu.lotrinh", NULL);
  document = lt_document_create (gui->path, book, &error);
  g_assert_no_error (error);
  lt_document_close (document);
  lt_application_open (gui->application, GTK_WINDOW (gui->window), gui->path);
  gui->document = lt_window_get_document (gui->window);
  g_assert_nonnull (gui->document);
  lt_gui_settle ();
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_folder (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

void
lt_gui_tear_down (LtGui *gui, gconstpointer data)
{
  GList *windows;

  while ((windows = gtk_application_get_windows (GTK_APPLICATION (gui->application))))
    gtk_window_destroy (windows->data);
  lt_gui_settle ();
  remove_folder (gui->folder);
  g_free (gui->folder);
  g_free (gui->path);
}

static gboolean
count_frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  guint *n_frames = data;

  (*n_frames)++;
  return G_SOURCE_CONTINUE;
}

void
lt_gui_settle (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();
  gint64 end = g_get_monotonic_time () + 2 * G_USEC_PER_SEC;
  guint n_frames = 0;
  g_autoptr (GtkWidget) window = NULL;
  guint tick = 0;

  for (guint i = 0; i < g_list_model_get_n_items (toplevels) && window == NULL; i++)
    {
      g_autoptr (GtkWidget) toplevel = g_list_model_get_item (toplevels, i);

      if (gtk_widget_get_mapped (toplevel))
        window = g_steal_pointer (&toplevel);
    }
  if (window)
    {
      tick = gtk_widget_add_tick_callback (window, count_frame_cb, &n_frames, NULL);
      while (n_frames < 4 && g_get_monotonic_time () < end)
        g_main_context_iteration (NULL, TRUE);
      gtk_widget_remove_tick_callback (window, tick);
    }
  while (g_main_context_pending (NULL) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
}

static gboolean
time_out_cb (gpointer data)
{
  g_error ("waited in vain");
  return G_SOURCE_REMOVE;
}

void
lt_gui_wait_for (gboolean *flag)
{
  guint source = g_timeout_add_seconds (10, time_out_cb, NULL);

  while (!*flag)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (source);
}

static void
collect (GtkWidget *widget, GType type, GPtrArray *found)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

GPtrArray *
lt_gui_list (gpointer root, GType type)
{
  GPtrArray *found = g_ptr_array_new ();

  collect (root, type, found);
  return found;
}

gpointer
lt_gui_find (gpointer root, GType type)
{
  g_autoptr (GPtrArray) found = lt_gui_list (root, type);

  if (found->len == 0)
    g_error ("there is no %s below %s", g_type_name (type), G_OBJECT_TYPE_NAME (root));
  return g_ptr_array_index (found, 0);
}

gpointer
lt_gui_child (gpointer widget, const char *id)
{
  GObject *child = gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), id);

  g_assert_nonnull (child);
  return child;
}

void
lt_gui_activate (gpointer widget, const char *action)
{
  if (!gtk_widget_activate_action (widget, action, NULL))
    g_error ("there is no action %s", action);
  lt_gui_settle ();
}

LtItem *
lt_gui_item (LtGui *gui, const char *path)
{
  LtItem *item = lt_item_follow_path (LT_ITEM (lt_window_get_plan (gui->window)), path);

  g_assert_nonnull (item);
  return item;
}

gpointer
lt_gui_select (LtGui *gui, const char *path)
{
  LtPlanView *view = lt_gui_find (gui->window, LT_TYPE_PLAN_VIEW);

  g_assert_true (_lt_plan_view_select (view, lt_gui_item (gui, path)));
  lt_gui_settle ();
  return view;
}

guint
lt_gui_n_edits (LtGui *gui)
{
  return g_list_model_get_n_items (lt_document_list_history (gui->document));
}

gboolean
lt_gui_has_toast (gpointer window, const char *text)
{
  g_autoptr (GPtrArray) labels = lt_gui_list (lt_gui_find (window, ADW_TYPE_TOAST_OVERLAY), GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    {
      GtkWidget *label = g_ptr_array_index (labels, i);
      GtkWidget *toast = label;

      while (toast && !g_str_equal (gtk_widget_get_css_name (toast), "toast"))
        toast = gtk_widget_get_parent (toast);
      if (toast && g_str_equal (gtk_label_get_text (GTK_LABEL (label)), text))
        return TRUE;
    }
  return FALSE;
}

GStrv
lt_gui_send_forms (LtGui *gui)
{
  LtExportOptions options = LT_EXPORT_OPTIONS_INIT;
  g_autofree char *folder = g_build_filename (gui->folder, "forms", NULL);
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();
  g_autoptr (GPtrArray) written = NULL;
  g_autoptr (GError) error = NULL;

  options.report = "collection";
  lt_export_to_folder (lt_document_get_book (gui->document), &options, "xlsx", folder, NULL, NULL, &written, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (written->len, >, 1);
  for (guint i = 0; i < written->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, g_ptr_array_index (written, i), NULL);

      g_strv_builder_add (paths, path);
    }
  return g_strv_builder_end (paths);
}

static char *
read_part (zip_t *zip, const char *part)
{
  zip_stat_t stat;
  zip_file_t *file;
  char *text;

  g_assert_cmpint (zip_stat (zip, part, 0, &stat), ==, 0);
  text = g_malloc0 (stat.size + 1);
  file = zip_fopen (zip, part, 0);
  g_assert_cmpint (zip_fread (file, text, stat.size), ==, (zip_int64_t) stat.size);
  zip_fclose (file);
  return text;
}

void
lt_gui_fill_in (const char *form, const char *cell, const char *answer)
{
  const char *part = "xl/worksheets/sheet1.xml";
  zip_t *zip = zip_open (form, 0, NULL);
  g_autofree char *sheet = NULL;
  g_autofree char *pattern = g_strdup_printf ("<c r=\"%s\"( s=\"[0-9]+\")([^>]*/>|[^/]*>.*?</c>)", cell);
  g_autofree char *escaped = g_markup_escape_text (answer, -1);
  gboolean is_number = g_regex_match_simple ("^[0-9]+$", answer, 0, 0);
  g_autofree char *filled = g_strdup_printf (is_number ? "<c r=\"%s\"\\1><v>%s</v></c>"
                                                       : "<c r=\"%s\"\\1 t=\"inlineStr\"><is><t>%s</t></is></c>",
                                             cell, escaped);
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autofree char *result = NULL;

  g_assert_nonnull (zip);
  sheet = read_part (zip, part);
  g_assert_true (g_regex_match (regex, sheet, 0, NULL));
  result = g_regex_replace (regex, sheet, -1, 0, filled, 0, NULL);
  g_assert_cmpint (zip_file_add (zip, part, zip_source_buffer (zip, result, strlen (result), 0), ZIP_FL_OVERWRITE), >=, 0);
  g_assert_cmpint (zip_close (zip), ==, 0);
}

void
lt_gui_save_png (gpointer widget, const char *path)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  int scale = gtk_widget_get_scale_factor (widget);
  /* With its shadow, if it has one: scaled by a hair, no line would lie on its pixels. */
  int width = gdk_paintable_get_intrinsic_width (paintable);
  int height = gdk_paintable_get_intrinsic_height (paintable);
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  gtk_snapshot_scale (snapshot, (float) scale, (float) scale);
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (widget)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, (float) (width * scale), (float) (height * scale)));
  g_assert_true (gdk_texture_save_to_png (texture, path));
}
