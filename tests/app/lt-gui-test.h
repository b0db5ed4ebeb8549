/* SPDX-License-Identifier: MIT */
#pragma once

#include "app/lt-window.h"

G_BEGIN_DECLS

/* A program with a window, inside the test: no session bus, no settings of the
 * person, files in a folder of their own. */
typedef struct {
  LtApplication *application; /* of all tests; borrowed */
  LtWindow *window;
  LtDocument *document; /* of the window; borrowed */
  char *folder;
  char *path;
} LtGui;

int        lt_gui_test_run     (int *argc, char ***argv, void (*add_tests) (void));

/* With the sample open in a shown window; @arguments of a fixture are ignored. */
void       lt_gui_set_up       (LtGui *gui, gconstpointer data);
/* With the start page. */
void       lt_gui_set_up_empty (LtGui *gui, gconstpointer data);
void       lt_gui_tear_down    (LtGui *gui, gconstpointer data);
#define lt_gui_add(path, set_up, test) \
  g_test_add (path, LtGui, NULL, set_up, test, lt_gui_tear_down)

/* Lets the main loop work until nothing is left to do and some frames are drawn. */
void       lt_gui_settle       (void);
/* Until *@flag is set; fails after ten seconds. */
void       lt_gui_wait_for     (gboolean *flag);

/* The first widget of that type below @root, @root included. It must be there. */
gpointer   lt_gui_find         (gpointer root, GType type);
/* A template child by the id in its .ui file. */
gpointer   lt_gui_child        (gpointer widget, const char *id);
/* (element-type GtkWidget) */
GPtrArray *lt_gui_list         (gpointer root, GType type);
/* Fails if the action is not there or not enabled. */
void       lt_gui_activate     (gpointer widget, const char *action);
/* The plan view, with that row selected; an outcome's path has three parts. */
gpointer   lt_gui_select       (LtGui *gui, const char *path);
LtItem    *lt_gui_item         (LtGui *gui, const char *path);
guint      lt_gui_n_edits      (LtGui *gui);
/* Whether a toast with that text is on the screen. */
gboolean   lt_gui_has_toast    (gpointer window, const char *text);
/* The collection forms of all lead agencies as the file stands: their paths, in a folder "forms". */
GStrv      lt_gui_send_forms   (LtGui *gui);
/* An answer in a cell of a form's first sheet, as a spreadsheet program writes it. */
void       lt_gui_fill_in      (const char *form, const char *cell, const char *answer);
void       lt_gui_save_png     (gpointer widget, const char *path);

G_END_DECLS
