/* SPDX-License-Identifier: MIT */
#include <math.h>

#include "exchange/lt-pdf-table.h"

/* Lines that lie closer together are one; lines end that far from where they should meet. */
#define SAME 2.0
#define GAP 3.0

/* More on one page is a drawing, not a table. */
#define PAIRS_MAX 4000000
#define PLACES_MAX 40000

typedef struct {
  GArray *lying;    /* (element-type LtPdfRule), joined */
  GArray *standing;
  guint *parents;   /* union-find over both, the standing ones behind the lying ones */
} Web;

/* Of one table: whether there is a line below, or right of, each of its smallest places. */
typedef struct {
  LtPdfTable *table;
  guint n_columns, n_rows;
  gboolean *below;
  gboolean *beside;
  guint *owners; /* the cell of each place, counted from 1 */
} Mesh;

static void
clear_cell (gpointer data)
{
  LtPdfCell *cell = data;

  g_clear_pointer (&cell->words, g_array_unref);
}

LtPdfTable *
lt_pdf_table_new (void)
{
  LtPdfTable *self = g_new0 (LtPdfTable, 1);

  self->columns = g_array_new (FALSE, FALSE, sizeof (double));
  self->rows = g_array_new (FALSE, FALSE, sizeof (double));
  self->fills = g_array_new (FALSE, FALSE, sizeof (double));
  self->cells = g_array_new (FALSE, FALSE, sizeof (LtPdfCell));
  g_array_set_clear_func (self->cells, clear_cell);
  return self;
}

void
lt_pdf_table_free (LtPdfTable *self)
{
  g_array_unref (self->columns);
  g_array_unref (self->rows);
  g_array_unref (self->fills);
  g_array_unref (self->cells);
  g_free (self);
}

/* The stretch that @at lies in; the number of lines if it lies outside. */
static guint
find_stretch (GArray *lines, double at)
{
  guint low = 0;
  guint high = lines->len;

  if (lines->len < 2 || at < g_array_index (lines, double, 0)
      || at >= g_array_index (lines, double, lines->len - 1))
    return lines->len;
  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (lines, double, middle) <= at)
        low = middle;
      else
        high = middle;
    }
  return low;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return x < y ? -1 : x > y;
}

void
lt_pdf_merge_edges (GArray *edges, double same)
{
  guint n = 0;

  g_array_sort (edges, compare_doubles);
  for (guint i = 0; i < edges->len; i++)
    {
      double edge = g_array_index (edges, double, i);

      if (n == 0 || edge > g_array_index (edges, double, n - 1) + same)
        g_array_index (edges, double, n++) = edge;
    }
  g_array_set_size (edges, n);
}

gboolean
lt_pdf_table_take_word (LtPdfTable *self, const guint *owners, const LtPdfWord *word)
{
  guint column = find_stretch (self->columns, (word->left + word->right) / 2);
  guint row = find_stretch (self->rows, (word->top + word->bottom) / 2);
  LtPdfCell *cell;

  if (column >= self->columns->len || row >= self->rows->len)
    return FALSE;
  cell = &g_array_index (self->cells, LtPdfCell,
                         owners[row * (self->columns->len - 1) + column] - 1);
  if (cell->words == NULL)
    cell->words = g_array_new (FALSE, FALSE, sizeof (LtPdfWord));
  g_array_append_val (cell->words, *word);
  return TRUE;
}

static int
compare_rules (gconstpointer a, gconstpointer b)
{
  const LtPdfRule *x = a;
  const LtPdfRule *y = b;

  if (x->at != y->at)
    return x->at < y->at ? -1 : 1;
  return x->from < y->from ? -1 : x->from > y->from;
}

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  const LtPdfRule *x = a;
  const LtPdfRule *y = b;

  return x->from < y->from ? -1 : x->from > y->from;
}

static void
join_group (LtPdfRule *rules, guint n, GArray *joined)
{
  LtPdfRule whole;

  qsort (rules, n, sizeof *rules, compare_starts);
  whole = rules[0];
  for (guint i = 1; i < n; i++)
    if (rules[i].from <= whole.to + GAP)
      whole.to = MAX (whole.to, rules[i].to);
    else
      {
        g_array_append_val (joined, whole);
        whole = rules[i];
      }
  g_array_append_val (joined, whole);
}

/* Word draws the edges of each cell for itself. */
static GArray *
join_rules (GArray *rules)
{
  GArray *joined = g_array_new (FALSE, FALSE, sizeof (LtPdfRule));
  guint first = 0;

  g_array_sort (rules, compare_rules);
  for (guint i = 1; i <= rules->len; i++)
    if (i == rules->len || g_array_index (rules, LtPdfRule, i).at
                               > g_array_index (rules, LtPdfRule, first).at + SAME)
      {
        join_group (&g_array_index (rules, LtPdfRule, first), i - first, joined);
        first = i;
      }
  return joined;
}

static guint
find_root (Web *self, guint i)
{
  while (self->parents[i] != i)
    {
      self->parents[i] = self->parents[self->parents[i]];
      i = self->parents[i];
    }
  return i;
}

static gboolean
meet (const LtPdfRule *lying, const LtPdfRule *standing)
{
  return standing->at >= lying->from - SAME && standing->at <= lying->to + SAME
         && lying->at >= standing->from - SAME && lying->at <= standing->to + SAME;
}

static void
connect (Web *self)
{
  for (guint i = 0; i < self->lying->len; i++)
    for (guint j = 0; j < self->standing->len; j++)
      if (meet (&g_array_index (self->lying, LtPdfRule, i),
                &g_array_index (self->standing, LtPdfRule, j)))
        self->parents[find_root (self, i)] = find_root (self, self->lying->len + j);
}

/* Lines and, where the outermost ones are not drawn, the ends of those across them. */
static void
collect (Web *self, guint root, LtPdfTable *table)
{
  for (guint i = 0; i < self->lying->len; i++)
    if (find_root (self, i) == root)
      {
        const LtPdfRule *rule = &g_array_index (self->lying, LtPdfRule, i);

        g_array_append_val (table->rows, rule->at);
        g_array_append_val (table->columns, rule->from);
        g_array_append_val (table->columns, rule->to);
      }
  for (guint i = 0; i < self->standing->len; i++)
    if (find_root (self, self->lying->len + i) == root)
      {
        const LtPdfRule *rule = &g_array_index (self->standing, LtPdfRule, i);

        g_array_append_val (table->columns, rule->at);
        g_array_append_val (table->rows, rule->from);
        g_array_append_val (table->rows, rule->to);
      }
  lt_pdf_merge_edges (table->columns, SAME);
  lt_pdf_merge_edges (table->rows, SAME);
}

static guint
find_line (GArray *lines, double at)
{
  for (guint i = 0; i < lines->len; i++)
    if (fabs (g_array_index (lines, double, i) - at) <= SAME)
      return i;
  return 0;
}

/* Marks the places that a rule runs along. */
static void
mark (const LtPdfRule *rule, GArray *across, GArray *along, gboolean *edges, guint across_step,
      guint along_step)
{
  guint line = find_line (across, rule->at);

  if (line == 0)
    return;
  for (guint i = 0; i + 1 < along->len; i++)
    {
      double middle = (g_array_index (along, double, i) + g_array_index (along, double, i + 1)) / 2;

      if (middle > rule->from && middle < rule->to)
        edges[(line - 1) * across_step + i * along_step] = TRUE;
    }
}

static void
mark_rules (Web *self, guint root, Mesh *mesh)
{
  LtPdfTable *table = mesh->table;

  for (guint i = 0; i < self->lying->len; i++)
    if (find_root (self, i) == root)
      mark (&g_array_index (self->lying, LtPdfRule, i), table->rows, table->columns, mesh->below,
            mesh->n_columns, 1);
  for (guint i = 0; i < self->standing->len; i++)
    if (find_root (self, self->lying->len + i) == root)
      mark (&g_array_index (self->standing, LtPdfRule, i), table->columns, table->rows,
            mesh->beside, 1, mesh->n_columns);
}

static gboolean
is_open_below (const Mesh *mesh, guint row, guint column, guint n_columns)
{
  if (row + 1 >= mesh->n_rows)
    return FALSE;
  for (guint i = column; i < column + n_columns; i++)
    if (mesh->below[row * mesh->n_columns + i]
        || mesh->owners[(row + 1) * mesh->n_columns + i] != 0)
      return FALSE;
  return TRUE;
}

static void
add_cell (Mesh *mesh, guint row, guint column)
{
  LtPdfCell cell = { row, column, 1, 1, NULL };
  guint number = mesh->table->cells->len + 1;

  while (column + cell.n_columns < mesh->n_columns
         && !mesh->beside[row * mesh->n_columns + column + cell.n_columns - 1]
         && mesh->owners[row * mesh->n_columns + column + cell.n_columns] == 0)
    cell.n_columns++;
  while (is_open_below (mesh, row + cell.n_rows - 1, column, cell.n_columns))
    cell.n_rows++;
  for (guint i = row; i < row + cell.n_rows; i++)
    for (guint j = column; j < column + cell.n_columns; j++)
      mesh->owners[i * mesh->n_columns + j] = number;
  g_array_append_val (mesh->table->cells, cell);
}

static void
find_cells (Mesh *mesh)
{
  for (guint row = 0; row < mesh->n_rows; row++)
    for (guint column = 0; column < mesh->n_columns; column++)
      if (mesh->owners[row * mesh->n_columns + column] == 0)
        add_cell (mesh, row, column);
}

/* Words that are taken get no text any more. */
static void
take_words (Mesh *mesh, GArray *words)
{
  for (guint i = 0; i < words->len; i++)
    {
      LtPdfWord *word = &g_array_index (words, LtPdfWord, i);

      if (word->text != NULL && lt_pdf_table_take_word (mesh->table, mesh->owners, word))
        word->text = NULL;
    }
  for (guint i = 0; i < mesh->table->cells->len; i++)
    {
      LtPdfCell *cell = &g_array_index (mesh->table->cells, LtPdfCell, i);

      if (cell->words != NULL)
        lt_pdf_sort_words (cell->words);
    }
}

/* A box around some text is no table. */
static void
add_table (Web *self, guint root, GArray *words, GPtrArray *tables)
{
  g_autoptr (LtPdfTable) table = lt_pdf_table_new ();
  Mesh mesh = { .table = table };
  gsize n;

  collect (self, root, table);
  if (table->columns->len < 2 || table->rows->len < 2)
    return;
  mesh.n_columns = table->columns->len - 1;
  mesh.n_rows = table->rows->len - 1;
  n = (gsize) mesh.n_columns * mesh.n_rows;
  if (n < 2 || n > PLACES_MAX)
    return;
  mesh.below = g_new0 (gboolean, n);
  mesh.beside = g_new0 (gboolean, n);
  mesh.owners = g_new0 (guint, n);
  mark_rules (self, root, &mesh);
  find_cells (&mesh);
  if (table->cells->len > 1)
    {
      take_words (&mesh, words);
      g_ptr_array_add (tables, g_steal_pointer (&table));
    }
  g_free (mesh.below);
  g_free (mesh.beside);
  g_free (mesh.owners);
}

static int
compare_tables (gconstpointer a, gconstpointer b)
{
  const LtPdfTable *x = *(const LtPdfTable *const *) a;
  const LtPdfTable *y = *(const LtPdfTable *const *) b;

  return compare_doubles (x->rows->data, y->rows->data);
}

static void
find_tables (Web *self, GArray *words, GPtrArray *tables)
{
  guint n = self->lying->len + self->standing->len;
  g_autofree guint *parents = g_new (guint, n + 1);
  g_autofree guint *sizes = g_new0 (guint, n + 1);

  self->parents = parents;
  for (guint i = 0; i < n; i++)
    parents[i] = i;
  connect (self);
  for (guint i = 0; i < n; i++)
    sizes[find_root (self, i)]++;
  /* Two lines that cross are a cross, three may be the rest of a table. */
  for (guint i = 0; i < n; i++)
    if (sizes[i] > 3)
      add_table (self, i, words, tables);
  g_ptr_array_sort (tables, compare_tables);
}

GPtrArray *
lt_pdf_find_ruled_tables (const LtPdfPage *page, GArray *rest)
{
  GPtrArray *tables = g_ptr_array_new_with_free_func ((GDestroyNotify) lt_pdf_table_free);
  g_autoptr (GArray) words = g_array_copy (page->words);
  g_autoptr (GArray) lying = join_rules (page->lying);
  g_autoptr (GArray) standing = join_rules (page->standing);
  Web web = { .lying = lying, .standing = standing };

  if ((guint64) lying->len * standing->len <= PAIRS_MAX)
    find_tables (&web, words, tables);
  for (guint i = 0; i < words->len; i++)
    if (g_array_index (words, LtPdfWord, i).text != NULL)
      g_array_append_vals (rest, &g_array_index (words, LtPdfWord, i), 1);
  lt_pdf_sort_words (rest);
  return tables;
}
