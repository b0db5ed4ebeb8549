/* SPDX-License-Identifier: MIT */
#include "lt-gui-test.h"

#include <string.h>

#include <math.h>
#include <time.h>

#include "app/lt-print-dialog.h"
#include "app/lt-network-canvas-private.h"
#include "app/lt-network-side.h"
#include "app/lt-network-view.h"
#include "app/lt-view-state.h"

#ifdef __SANITIZE_ADDRESS__
#define N_MANY_AGENCIES 300
#define N_MANY_ARROWS 1000
#else
#define N_MANY_AGENCIES 1000
#define N_MANY_ARROWS 5000
#endif

static gboolean
is_ready (LtNetworkView *view)
{
  gboolean ready;

  g_object_get (view, "ready", &ready, NULL);
  return ready;
}

static void
wait_ready (LtNetworkView *view)
{
  while (!is_ready (view))
    g_main_context_iteration (NULL, TRUE);
  lt_gui_settle ();
}

static LtNetworkView *
show_view (LtGui *gui)
{
  LtNetworkView *view;

  gtk_widget_activate_action (GTK_WIDGET (gui->window), "win.page", "s", "coordination");
  lt_gui_settle ();
  view = lt_gui_find (gui->window, LT_TYPE_NETWORK_VIEW);
  wait_ready (view);
  return view;
}

static LtNetworkCanvas *
get_canvas (LtNetworkView *view)
{
  return lt_gui_child (view, "canvas");
}

/* The middle of a box, in the widget's pixels. */
static void
get_middle (LtNetworkCanvas *canvas, guint box, double *x, double *y)
{
  const LtRect *rect = &lt_network_get_box (canvas->network, box)->rect;

  *x = canvas->left[0] + (rect->x + rect->width / 2) * canvas->scale[0];
  *y = canvas->top[0] + (rect->y + rect->height / 2) * canvas->scale[0];
}

static guint
find_known (LtNetworkCanvas *canvas)
{
  for (guint i = 0; i < lt_network_get_n_boxes (canvas->network); i++)
    if (lt_network_get_box (canvas->network, i)->known && lt_network_get_box (canvas->network, i)->n_led > 0)
      return i;
  g_assert_not_reached ();
}

/* The list says whom the picked one works with, not each time who is picked; who listens hears it all. */
static void
check_entries (LtNetworkSide *side, const char *picked)
{
  g_autoptr (GPtrArray) labels = lt_gui_list (lt_gui_child (side, "list_window"), GTK_TYPE_LABEL);
  guint n_arrows = 0;

  for (guint i = 0; i < labels->len; i++)
    {
      const char *words = gtk_label_get_label (g_ptr_array_index (labels, i));
      GtkWidget *row = gtk_widget_get_parent (gtk_widget_get_parent (g_ptr_array_index (labels, i)));
      gboolean leads = g_str_has_prefix (words, "→ ");
      g_autofree char *whole = NULL;
      g_autofree char *caption = NULL;

      if (!leads && !g_str_has_prefix (words, "← "))
        continue;
      n_arrows++;
      words = strchr (words, ' ') + 1;
      g_assert_cmpstr (words, !=, picked);
      caption = g_strdup_printf ("%u nhiệm vụ", (guint) g_ascii_strtoull (
                                                    gtk_label_get_label (g_ptr_array_index (labels, i + 1)), NULL, 10));
      whole = g_strdup_printf ("%s → %s: %s", leads ? picked : words, leads ? words : picked, caption);
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, whole);
    }
  g_assert_cmpuint (n_arrows, >, 1);
}

static void
test_pick (LtGui *gui, gconstpointer data)
{
  LtNetworkView *view = show_view (gui);
  LtNetworkCanvas *canvas = get_canvas (view);
  LtNetworkSide *side = lt_gui_child (view, "side");
  guint box = find_known (canvas);
  const LtNetworkBox *content = lt_network_get_box (canvas->network, box);
  double x;
  double y;

  g_assert_cmpuint (lt_network_side_get_n_entries (side), ==, lt_network_get_n_nodes (canvas->network));
  get_middle (canvas, box, &x, &y);
  _lt_network_canvas_press (canvas, x, y);
  _lt_network_canvas_release (canvas);
  g_assert_cmpint (lt_network_canvas_get_node (canvas), ==, (int) content->node);
  g_assert_cmpuint (lt_network_side_get_n_rows (side), ==, content->n_led + content->n_coordinated);
  lt_gui_settle ();
  check_entries (side, content->name);
  /* An entry of the list is one of its arrows. */
  lt_network_side_activate (side, 0);
  g_assert_cmpint (lt_network_canvas_get_arrow (canvas), >=, 0);
  g_assert_cmpuint (lt_network_side_get_n_rows (side), ==,
                    lt_network_get_arrow (canvas->network, (guint) lt_network_canvas_get_arrow (canvas))->count);
  g_assert_true (_lt_network_canvas_key (canvas, GDK_KEY_Escape, 0));
  g_assert_cmpint (lt_network_canvas_get_arrow (canvas), ==, -1);
  g_assert_cmpuint (lt_gui_n_edits (gui), ==, 0);
}

/* By the pointer and by keys: one edit, kept in the file, taken back by one step. */
static void
test_move (LtGui *gui, gconstpointer data)
{
  LtNetworkView *view = show_view (gui);
  LtNetworkCanvas *canvas = get_canvas (view);
  guint box = find_known (canvas);
  guint node = lt_network_get_box (canvas->network, box)->node;
  double x;
  double y;
  double moved_x;
  double moved_y;

  get_middle (canvas, box, &x, &y);
  _lt_network_canvas_press (canvas, x, y);
  for (guint i = 1; i <= 10; i++)
    _lt_network_canvas_drag (canvas, 3.0 * i, 2.0 * i);
  _lt_network_canvas_release (canvas);
  g_assert_cmpuint (lt_gui_n_edits (gui), ==, 1);
  wait_ready (view);
  get_middle (canvas, box, &moved_x, &moved_y);
  g_assert_cmpfloat_with_epsilon (moved_x, x + 30, 0.5);
  g_assert_cmpfloat_with_epsilon (moved_y, y + 20, 0.5);
  g_assert_true (lt_network_get_box (canvas->network, box)->placed);
  g_assert_cmpint (lt_network_canvas_get_node (canvas), ==, (int) node);

  for (guint i = 0; i < 3; i++)
    g_assert_true (_lt_network_canvas_key (canvas, GDK_KEY_Right, GDK_ALT_MASK));
  _lt_network_canvas_drop_box (canvas);
  g_assert_cmpuint (lt_gui_n_edits (gui), ==, 2);
  wait_ready (view);
  get_middle (canvas, box, &x, &y);
  g_assert_cmpfloat (x, >, moved_x + 1);

  gtk_widget_activate_action (GTK_WIDGET (view), "network.forget-places", NULL);
  wait_ready (view);
  g_assert_false (lt_network_get_box (canvas->network, box)->placed);
  gtk_widget_activate_action (GTK_WIDGET (gui->window), "win.undo", NULL);
  wait_ready (view);
  g_assert_true (lt_network_get_box (canvas->network, box)->placed);
}

static void
test_zoom (LtGui *gui, gconstpointer data)
{
  LtNetworkView *view = show_view (gui);
  LtNetworkCanvas *canvas = get_canvas (view);
  double x;
  double y;
  double now_x;
  double now_y;
  double fitting = lt_network_canvas_get_scale (canvas);

  get_middle (canvas, 2, &x, &y);
  for (guint i = 0; i < 5; i++)
    lt_network_canvas_zoom (canvas, 1.2, x, y);
  get_middle (canvas, 2, &now_x, &now_y);
  g_assert_cmpfloat_with_epsilon (now_x, x, 0.01);
  g_assert_cmpfloat_with_epsilon (now_y, y, 0.01);
  g_assert_true (_lt_network_canvas_key (canvas, GDK_KEY_0, GDK_CONTROL_MASK));
  g_assert_cmpfloat_with_epsilon (lt_network_canvas_get_scale (canvas), fitting, 1e-9);
}

static void
test_matrix (LtGui *gui, gconstpointer data)
{
  LtNetworkView *view = show_view (gui);
  LtNetworkCanvas *canvas = get_canvas (view);
  LtNetworkSide *side = lt_gui_child (view, "side");
  const LtMatrixCell *cell;
  double x;
  double y;

  gtk_widget_activate_action (GTK_WIDGET (view), "network.shown", "s", "matrix");
  lt_gui_settle ();
  cell = lt_matrix_get_cell (canvas->matrix, 0);
  x = canvas->left[1] + (lt_matrix_get_labels_width (canvas->matrix)
                         + lt_matrix_get_column (canvas->matrix, cell->column)->start + 3) * canvas->scale[1];
  y = canvas->top[1] + (lt_matrix_get_header_height (canvas->matrix)
                        + lt_matrix_get_row (canvas->matrix, cell->row)->start + 3) * canvas->scale[1];
  _lt_network_canvas_press (canvas, x, y);
  g_assert_cmpint (lt_network_canvas_get_arrow (canvas), ==, (int) cell->arrow);
  g_assert_cmpuint (lt_network_side_get_n_rows (side), ==, cell->count);
  g_object_set (view, "by-name", TRUE, NULL);
  wait_ready (view);
  /* It is the same arrow still. */
  g_assert_cmpuint (lt_network_side_get_n_rows (side), >, 0);
}

static void
assert_described (LtNetworkCanvas *canvas, char *words)
{
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (canvas), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words);
  g_free (words);
}

/* Nodes by keys: each is said, and Enter goes to its assignments. */
static void
test_keyboard (LtGui *gui, gconstpointer data)
{
  LtNetworkView *view = show_view (gui);
  LtNetworkCanvas *canvas = get_canvas (view);
  LtNetworkSide *side = lt_gui_child (view, "side");
  g_autoptr (GHashTable) met = g_hash_table_new (NULL, NULL);
  static const guint ways[] = { GDK_KEY_Right, GDK_KEY_Down, GDK_KEY_Left, GDK_KEY_Up };
  GtkWidget *focus;

  gtk_widget_grab_focus (GTK_WIDGET (canvas));
  assert_described (canvas, g_strdup ("Arrow keys go from one to the next, Enter lists the assignments"));
  g_assert_false (_lt_network_canvas_key (canvas, GDK_KEY_Return, 0));
  for (guint i = 0; i < 200; i++)
    {
      g_assert_true (_lt_network_canvas_key (canvas, ways[(i / 7 + i) % 4], 0));
      g_assert_cmpint (canvas->node, >=, 0);
      g_hash_table_add (met, GINT_TO_POINTER (canvas->node));
    }
  g_assert_cmpuint (g_hash_table_size (met), >, 4);
  g_assert_true (_lt_network_canvas_key (canvas, GDK_KEY_End, 0));
  g_assert_cmpint (canvas->node, ==, (int) lt_network_get_n_nodes (canvas->network) - 1);
  g_assert_true (_lt_network_canvas_key (canvas, GDK_KEY_Home, 0));
  g_assert_cmpint (canvas->node, ==, 0);
  assert_described (canvas, lt_network_dup_box_text (canvas->network, 0));
  g_assert_cmpuint (lt_network_side_get_n_rows (side), >, 0);
  g_assert_true (_lt_network_canvas_key (canvas, GDK_KEY_Return, 0));
  focus = gtk_window_get_focus (GTK_WINDOW (gui->window));
  g_assert_true (gtk_widget_is_ancestor (focus, lt_gui_child (side, "uses")));
  /* What is picked beside it is said as well. */
  lt_network_side_activate (side, 0);
  assert_described (canvas, lt_network_dup_arrow_text (canvas->network, (guint) canvas->arrow));
  g_assert_true (_lt_network_canvas_key (canvas, GDK_KEY_Escape, 0));
  assert_described (canvas, g_strdup ("Arrow keys go from one to the next, Enter lists the assignments"));
}

/* Every cell and every name of the matrix can be reached, and none is passed by. */
static void
test_matrix_keyboard (LtGui *gui, gconstpointer data)
{
  LtNetworkView *view = show_view (gui);
  LtNetworkCanvas *canvas = get_canvas (view);
  int n_rows;
  int n_columns;
  guint n_filled = 0;

  gtk_widget_activate_action (GTK_WIDGET (view), "network.shown", "s", "matrix");
  lt_gui_settle ();
  n_rows = (int) lt_matrix_get_n_rows (canvas->matrix);
  n_columns = (int) lt_matrix_get_n_columns (canvas->matrix);
  g_assert_true (_lt_network_canvas_key (canvas, GDK_KEY_Right, 0));
  for (int row = 0; row < n_rows; row++)
    {
      for (int column = 0; column < n_columns; column++)
        {
          int cell = lt_matrix_find_cell (canvas->matrix, (guint) row, (guint) column);

          g_assert_cmpint (canvas->cursor_row, ==, row);
          g_assert_cmpint (canvas->cursor_column, ==, column);
          g_assert_cmpint (canvas->arrow, ==,
                           cell < 0 ? -1 : (int) lt_matrix_get_cell (canvas->matrix, (guint) cell)->arrow);
          if (cell >= 0)
            assert_described (canvas, lt_matrix_dup_cell_text (canvas->matrix, (guint) cell));
          else
            assert_described (canvas, g_strdup_printf ("%s → %s: nothing together",
                                                       lt_matrix_get_row (canvas->matrix, (guint) row)->name,
                                                       lt_matrix_get_column (canvas->matrix, (guint) column)->name));
          n_filled += cell >= 0;
          g_assert_true (_lt_network_canvas_key (canvas, GDK_KEY_Right, 0));
        }
      /* At the end it stays; then the next row from its name on. */
      g_assert_true (_lt_network_canvas_key (canvas, GDK_KEY_Home, 0));
      g_assert_true (_lt_network_canvas_key (canvas, GDK_KEY_Left, 0));
      g_assert_cmpint (canvas->node, ==, (int) lt_matrix_get_row (canvas->matrix, (guint) row)->node);
      g_assert_true (_lt_network_canvas_key (canvas, GDK_KEY_Right, 0));
      g_assert_true (_lt_network_canvas_key (canvas, GDK_KEY_Down, 0));
    }
  g_assert_cmpuint (n_filled, ==, lt_matrix_get_n_cells (canvas->matrix));
  for (int row = 0; row < n_rows + 2; row++)
    g_assert_true (_lt_network_canvas_key (canvas, GDK_KEY_Up, 0));
  g_assert_cmpint (canvas->cursor_row, ==, -1);
  g_assert_cmpint (canvas->node, ==, (int) lt_matrix_get_column (canvas->matrix, 0)->node);
  g_assert_true (_lt_network_canvas_key (canvas, GDK_KEY_Left, 0));
  g_assert_cmpint (canvas->cursor_column, ==, 0);
  g_assert_true (_lt_network_canvas_key (canvas, GDK_KEY_Return, 0));
}

static void
set_words (LtItem *item, const char *field, const char *words)
{
  lt_item_set_text (item, lt_item_type_find_field (G_OBJECT_TYPE (item), field), words);
}

/* A plan of so many agencies and pairs of them, taken into the file. */
static LtPlan *
take_large_plan (LtGui *gui, guint n_agencies, guint n_arrows)
{
  g_autoptr (LtBook) draft = lt_book_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  g_autoptr (GError) error = NULL;
  LtItem *plan = lt_item_new_draft (LT_TYPE_PLAN, 1);
  LtItem *initiative = lt_item_new_draft (LT_TYPE_INITIATIVE, 2);
  gint64 id = 2;

  set_words (plan, "title", "KẾ HOẠCH LỚN");
  set_words (initiative, "name", "Mô hình lớn");
  while (g_hash_table_size (seen) < n_arrows)
    {
      guint from = (guint) g_rand_int_range (random, 0, (gint32) n_agencies);
      guint to = (guint) g_rand_int_range (random, 0, (gint32) n_agencies);
      g_autofree char *lead = g_strdup_printf ("Sở Thử %u", from);
      g_autofree char *other = g_strdup_printf ("Sở Thử %u", to);
      LtItem *row;

      if (from == to || !g_hash_table_add (seen, GUINT_TO_POINTER (from * n_agencies + to + 1)))
        continue;
      row = lt_item_new_draft (LT_TYPE_ASSIGNMENT, ++id);
      set_words (row, "lead", lead);
      set_words (row, "coordination", other);
      lt_item_append_draft (initiative, row);
    }
  lt_item_append_draft (plan, initiative);
  lt_item_append_draft (LT_ITEM (draft), plan);
  g_assert_true (lt_document_take_book (gui->document, draft, "Large", &error));
  g_assert_no_error (error);
  return lt_item_get_child (LT_ITEM (lt_document_get_book (gui->document)), 1);
}

typedef struct {
  double start; /* of this tick, in the time of this thread alone */
  double longest;
  guint n;
} Ticks;

static double
get_thread_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Ticks *ticks = data;
  double now = get_thread_ms ();

  /* The first frame shows that the spinner turns now. */
  if (ticks->n++ > 1)
    ticks->longest = MAX (ticks->longest, now - ticks->start);
  ticks->start = now;
  return G_SOURCE_CONTINUE;
}

/* A thousand agencies are placed while the frame clock of the window goes on, and nobody waits for what
 * is not wanted any more. */
static void
test_large (LtGui *gui, gconstpointer data)
{
  LtNetworkView *view = show_view (gui);
  LtNetworkCanvas *canvas = get_canvas (view);
  LtPlan *plan = take_large_plan (gui, N_MANY_AGENCIES, N_MANY_ARROWS);
  Ticks ticks = { 0, 0, 0 };
  guint source;

  wait_ready (view);
  lt_view_set_plan (LT_VIEW (view), gui->document, plan);
  g_assert_false (is_ready (view));
  source = gtk_widget_add_tick_callback (GTK_WIDGET (gui->window), tick_cb, &ticks, NULL);
  while (!is_ready (view))
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_remove_tick_callback (GTK_WIDGET (gui->window), source);
  g_test_message ("%u ticks while %d agencies were placed; the longest took %.1f ms of the window's thread",
                  ticks.n, N_MANY_AGENCIES, ticks.longest);
  g_assert_cmpuint (lt_network_get_n_arrows (canvas->network), ==, N_MANY_ARROWS);
  g_assert_cmpint (lt_network_get_arrangement (canvas->network), ==, LT_ARRANGEMENT_FREE);
  g_assert_cmpuint (ticks.n, >, 10);
  g_assert_cmpfloat (ticks.longest, <, 100);

  /* Another arrangement is asked for while the first is placed: that one never comes. */
  gtk_drop_down_set_selected (lt_gui_child (view, "model"), 1);
  g_object_set (view, "groups", FALSE, NULL);
  g_assert_false (is_ready (view));
  g_main_context_iteration (NULL, FALSE);
  g_object_set (view, "columns", TRUE, NULL);
  while (!is_ready (view))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (lt_network_get_arrangement (canvas->network), ==, LT_ARRANGEMENT_COLUMNS);
  lt_gui_settle ();
  g_assert_cmpint (lt_network_get_arrangement (canvas->network), ==, LT_ARRANGEMENT_COLUMNS);

  /* And nothing at all, while it is placed again. */
  g_object_set (view, "columns", FALSE, NULL);
  g_assert_false (is_ready (view));
  lt_view_set_plan (LT_VIEW (view), NULL, NULL);
  g_assert_true (is_ready (view));
  lt_gui_settle ();
  g_assert_null (canvas->network);
}

static void
test_filters (LtGui *gui, gconstpointer data)
{
  LtNetworkView *view = show_view (gui);
  LtNetworkCanvas *canvas = get_canvas (view);
  guint all = lt_network_get_n_nodes (canvas->network);
  LtFilter *filter = lt_view_state_get_filter (lt_view_state_get (gui->document));

  g_object_set (view, "groups", FALSE, NULL);
  wait_ready (view);
  g_assert_cmpuint (lt_network_get_n_nodes (canvas->network), <, all);
  g_object_set (view, "groups", TRUE, NULL);
  gtk_drop_down_set_selected (lt_gui_child (view, "model"), 3);
  wait_ready (view);
  g_assert_cmpuint (lt_network_get_n_nodes (canvas->network), <, all);
  gtk_drop_down_set_selected (lt_gui_child (view, "model"), 0);
  wait_ready (view);
  g_assert_cmpuint (lt_network_get_n_nodes (canvas->network), ==, all);
  lt_filter_set_states (filter, LT_FILTER_BIT (LT_STATE_CANCELLED));
  wait_ready (view);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (lt_gui_child (view, "stack")), ==, "nothing");
  lt_filter_clear (filter);
  wait_ready (view);
  g_assert_cmpuint (lt_network_get_n_nodes (canvas->network), ==, all);
}

static void
test_print (LtGui *gui, gconstpointer data)
{
  LtNetworkView *view = show_view (gui);
  g_autofree char *path = g_build_filename (gui->folder, "đồ.pdf", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GList) windows = NULL;
  LtPrintDialog *dialog = NULL;
  gboolean ready = FALSE;

  gtk_widget_activate_action (GTK_WIDGET (view), "network.print", NULL);
  lt_gui_settle ();
  windows = gtk_window_list_toplevels ();
  for (GList *at = windows; at; at = at->next)
    if (LT_IS_PRINT_DIALOG (at->data))
      dialog = at->data;
  g_assert_nonnull (dialog);
  while (!ready)
    {
      g_main_context_iteration (NULL, TRUE);
      g_object_get (dialog, "ready", &ready, NULL);
    }
  g_assert_true (lt_print_dialog_save (dialog, path, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
add_tests (void)
{
  lt_gui_add ("/network-view/pick", lt_gui_set_up, test_pick);
  lt_gui_add ("/network-view/move", lt_gui_set_up, test_move);
  lt_gui_add ("/network-view/zoom", lt_gui_set_up, test_zoom);
  lt_gui_add ("/network-view/matrix", lt_gui_set_up, test_matrix);
  lt_gui_add ("/network-view/keyboard", lt_gui_set_up, test_keyboard);
  lt_gui_add ("/network-view/matrix-keyboard", lt_gui_set_up, test_matrix_keyboard);
  lt_gui_add ("/network-view/large", lt_gui_set_up, test_large);
  lt_gui_add ("/network-view/filters", lt_gui_set_up, test_filters);
  lt_gui_add ("/network-view/print", lt_gui_set_up, test_print);
}

int
main (int argc, char **argv)
{
  return lt_gui_test_run (&argc, &argv, add_tests);
}
