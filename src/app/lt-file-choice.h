/* SPDX-License-Identifier: MIT */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The system's chooser of files, asked on behalf of a widget. */

/* @paths: at least one, in the file name encoding. Nothing is told of what is not a local file. */
typedef void (*LtFileChosen) (GtkWidget *widget, const char *const *paths);

/* Lent: it belongs to @widget, until it was answered, the next takes its place, or the widget goes.
 * @accept: words of its button; NULL for the usual ones. */
GtkFileChooser *lt_file_choice_new        (GtkWidget *widget, const char *title,
                                           GtkFileChooserAction action, const char *accept);
/* Only files with one of these endings, in capitals as well; NULL for all. What is added first
 * is what is shown first. @endings: without a dot, ends with NULL */
void            lt_file_choice_add_filter (GtkFileChooser *chooser, const char *name,
                                           const char *const *endings);
void            lt_file_choice_begin_in   (GtkFileChooser *chooser, const char *folder);
/* Calls @chosen, unless it is cancelled. */
void            lt_file_choice_show       (GtkFileChooser *chooser, LtFileChosen chosen);

G_END_DECLS
