/* SPDX-License-Identifier: MIT */
#include "app/lt-application.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

#include "app/lt-feedback.h"
#include "app/lt-preferences.h"
#include "app/lt-settings.h"
#include "app/lt-window.h"
#include "exchange/lt-sample.h"
#include "lt-app-resources.h"
#include "lt-config.h"
#include "text/lt-locale.h"

struct _LtApplication
{
  AdwApplication parent_instance;

  gint64 started;
  gboolean exit_after_startup; /* ends with the first frame, telling when it came */
};

G_DEFINE_FINAL_TYPE (LtApplication, lt_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "sample", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, NULL, N_("Open the sample plan"), NULL },
  { "reset-settings", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, NULL,
    N_("Put all settings back to their defaults and exit"), NULL },
  { "version", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, NULL, N_("Print the version and exit"), NULL },
  { "exit-after-startup", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, NULL,
    N_("Print the time to the first frame and exit"), NULL },
  { NULL },
};

static const struct {
  const char *action;
  const char *accels[3];
} accelerators[] = {
  { "app.quit", { "<Control>q" } },
  { "app.preferences", { "<Control>comma" } },
  { "win.new", { "<Control>n" } },
  { "win.open", { "<Control>o" } },
  { "win.close", { "<Control>w" } },
  { "win.export", { "<Control>e" } },
  { "win.import", { "<Control>i" } },
  { "win.paste-import", { "<Control><Shift>v" } },
  { "win.print", { "<Control>p" } },
  { "win.plan-properties", { "<Alt>Return" } },
  { "win.undo", { "<Control>z" } },
  { "win.redo", { "<Control><Shift>z", "<Control>y" } },
  { "win.search", { "<Control>f" } },
  { "win.toggle-sidebar", { "F9" } },
  { "win.fullscreen", { "F11" } },
  { "app.manual", { "F1" } },
  { "win.show-help-overlay", { "<Control>question" } },
  { "win.page-number(1)", { "<Alt>1" } },
  { "win.page-number(2)", { "<Alt>2" } },
  { "win.page-number(3)", { "<Alt>3" } },
  { "win.page-number(4)", { "<Alt>4" } },
  { "win.page-number(5)", { "<Alt>5" } },
  { "win.page-number(6)", { "<Alt>6" } },
  { "win.page-number(7)", { "<Alt>7" } },
};

static LtWindow *
find_window_of (LtApplication *self, const char *path)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l; l = l->next)
    {
      LtDocument *document = LT_IS_WINDOW (l->data) ? lt_window_get_document (l->data) : NULL;

      if (document && g_strcmp0 (lt_document_get_path (document), path) == 0)
        return l->data;
    }
  return NULL;
}

static void
preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWidget *dialog = lt_preferences_new ();

  gtk_window_set_transient_for (GTK_WINDOW (dialog), gtk_application_get_active_window (data));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Installed, or beside the sources that the program was built from. */
static char *
find_manual (void)
{
  static const char *const folders[] = { LT_PKGDATADIR, LT_SOURCE_DATADIR };

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *path = g_build_filename (folders[i], "manual", "vi.html", NULL);

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        return g_filename_to_uri (path, NULL, NULL);
    }
  return NULL;
}

static void
manual_shown_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (!gtk_show_uri_full_finish (GTK_WINDOW (source), result, &error))
    lt_feedback_error (GTK_WIDGET (source), _("The manual cannot be shown"), error);
}

static void
manual_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *window = gtk_application_get_active_window (data);
  g_autofree char *uri = find_manual ();

  if (uri)
    gtk_show_uri_full (window, uri, GDK_CURRENT_TIME, NULL, manual_shown_cb, NULL);
  else
    lt_feedback_toast (GTK_WIDGET (window), _("The manual is not installed. Install the program again to have it."));
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  /* That of libadwaita has no Vietnamese words. */
  gtk_show_about_dialog (gtk_application_get_active_window (data),
                         "program-name", "Lộ Trình",
                         "logo-icon-name", LT_APP_ID,
                         "version", LT_VERSION,
                         "license-type", GTK_LICENSE_MIT_X11,
                         "copyright", "© 2024 Lộ Trình",
                         "comments", _("Keeps an implementation plan once, in one file, and turns it into the "
                                       "official appendix. No server, no account, no network."),
                         /* Translators: names of the people who translated, one a line */
                         "translator-credits", _("translator-credits"),
                         NULL);
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (data));

  /* Each window stores what is being typed before it goes, and stays if it cannot. */
  for (GList *l = windows; l; l = l->next)
    gtk_window_close (l->data);
}

static const GActionEntry actions[] = {
  { .name = "preferences", .activate = preferences_cb },
  { .name = "manual", .activate = manual_cb },
  { .name = "about", .activate = about_cb },
  { .name = "quit", .activate = quit_cb },
};

static void
first_frame_cb (GdkFrameClock *clock, LtApplication *self)
{
  g_print ("%.1f ms\n", (double) (g_get_monotonic_time () - self->started) / 1000.0);
  g_signal_handlers_disconnect_by_data (clock, self);
  quit_cb (NULL, NULL, self);
}

static void
realized_cb (GtkWidget *window, LtApplication *self)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (first_frame_cb), self);
}

static LtWindow *
create_window (LtApplication *self)
{
  LtWindow *window = lt_window_new (self);

  if (self->exit_after_startup)
    g_signal_connect (window, "realize", G_CALLBACK (realized_cb), self);
  return window;
}

static void
lt_application_startup (GApplication *application)
{
  lt_app_register_resource ();

  G_APPLICATION_CLASS (lt_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), accelerators[i].action,
                                           accelerators[i].accels);
}

static void
lt_application_activate (GApplication *application)
{
  LtApplication *self = LT_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window == NULL)
    window = GTK_WINDOW (create_window (self));
  gtk_window_present (window);
}

static void
lt_application_open_files (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *path = g_file_get_path (files[i]);

      if (path)
        lt_application_open (LT_APPLICATION (application),
                             gtk_application_get_active_window (GTK_APPLICATION (application)), path);
      else
        g_printerr (_("“%s” cannot be opened: only files on this computer or a mounted share can be. "
                      "Copy it to a folder first.\n"), g_file_peek_path (files[i]));
    }
}

static int
lt_application_handle_local_options (GApplication *application, GVariantDict *given)
{
  LtApplication *self = LT_APPLICATION (application);

  if (g_variant_dict_contains (given, "version"))
    {
      g_print ("Lộ Trình %s\n", LT_VERSION);
      return 0;
    }
  if (g_variant_dict_contains (given, "reset-settings"))
    {
      lt_settings_reset ();
      return 0;
    }
  if (g_variant_dict_contains (given, "exit-after-startup"))
    {
      self->exit_after_startup = TRUE;
      g_application_set_flags (application, g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
    }
  if (g_variant_dict_contains (given, "sample"))
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *path = lt_application_ensure_sample (&error);
      g_autoptr (GFile) file = path ? g_file_new_for_path (path) : NULL;

      if (path == NULL || !g_application_register (application, NULL, &error))
        {
          g_printerr ("%s\n", error->message);
          return 1;
        }
      g_application_open (application, &file, 1, "");
    }
  return -1;
}

static void
lt_application_class_init (LtApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = lt_application_startup;
  application_class->activate = lt_application_activate;
  application_class->open = lt_application_open_files;
  application_class->handle_local_options = lt_application_handle_local_options;
}

static void
lt_application_init (LtApplication *self)
{
  self->started = g_get_monotonic_time ();
  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

LtApplication *
lt_application_new (GApplicationFlags flags)
{
  return g_object_new (LT_TYPE_APPLICATION,
                       "application-id", LT_APP_ID,
                       "flags", flags,
                       "resource-base-path", "/io/github/lotrinh/LoTrinh",
                       NULL);
}

int
lt_application_main (int argc, char **argv)
{
  g_autoptr (LtApplication) application = NULL;
  g_autofree char *language = NULL;

  if (lt_settings_get () == NULL)
    {
      lt_locale_init (NULL);
      g_printerr (_("The program cannot start: its settings schema %s is not installed. "
                    "Install Lộ Trình again.\n"), LT_APP_ID);
      return 1;
    }
  language = lt_settings_dup_language ();
  lt_locale_init (language);
  gtk_disable_setlocale ();
  g_set_application_name ("Lộ Trình");

  application = lt_application_new (G_APPLICATION_HANDLES_OPEN);
  return g_application_run (G_APPLICATION (application), argc, argv);
}

char *
lt_application_ensure_sample (GError **error)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "lotrinh", NULL);
  g_autofree char *path = g_build_filename (folder, "Kế hoạch mẫu.lotrinh", NULL);
  g_autoptr (LtBook) book = NULL;
  g_autoptr (LtDocument) document = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&path);
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno),
                   _("The sample cannot be made: the folder “%s” cannot be written: %s. "
                     "Check its permissions and the free space."), folder, g_strerror (errno));
      return NULL;
    }
  book = lt_sample_new (error);
  document = book ? lt_document_create (path, book, error) : NULL;
  return document ? g_steal_pointer (&path) : NULL;
}

void
lt_application_open (LtApplication *self, GtkWindow *window, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autofree char *absolute = g_file_get_path (file);
  LtWindow *target = find_window_of (self, absolute);

  if (target == NULL)
    {
      if (LT_IS_WINDOW (window) && lt_window_get_document (LT_WINDOW (window)) == NULL)
        target = LT_WINDOW (window);
      else
        target = create_window (self);
      lt_window_open (target, absolute);
      /* A dialog over the window tells what is wrong with the file. */
      if (lt_window_get_document (target) == NULL && gtk_widget_get_mapped (GTK_WIDGET (target)))
        return;
    }
  gtk_window_present (GTK_WINDOW (target));
}

void
lt_application_open_sample (LtApplication *self, GtkWindow *window)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = lt_application_ensure_sample (&error);

  if (path)
    lt_application_open (self, window, path);
  else
    lt_feedback_error (GTK_WIDGET (window), _("The sample plan cannot be opened"), error);
}

void
lt_application_ensure_icon (void)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());

  if (!gtk_icon_theme_has_icon (theme, LT_APP_ID))
    gtk_icon_theme_add_resource_path (theme, "/io/github/lotrinh/LoTrinh/app-icons");
}
