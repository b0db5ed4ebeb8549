/* SPDX-License-Identifier: MIT */
#include "plan/lt-coordination-graph-private.h"

#include <string.h>

#include "plan/lt-agency-use.h"
#include "plan/lt-status.h"
#include "text/lt-text.h"

G_STATIC_ASSERT (sizeof (gpointer) >= sizeof (guint64));

#define ARROW_KEY(lead, coordinator) ((gpointer) (guintptr) ((guint64) (lead) << 32 | (coordinator)))

typedef struct {
  LtCoordinationGraph *graph;
  const LtGraphOptions *options;
  GHashTable *agencies; /* LtAgency as named -> index of its node + 1, or 0 where it does not count */
  GHashTable *phrases;  /* key of a phrase without an agency -> likewise */
  GHashTable *mentions; /* LtMention without an agency -> likewise: rows share their readings */
  GArray *leads;        /* of the row at hand: indices of nodes */
  GArray *coordinators;
} Builder;

static void
free_node (LtGraphNode *node)
{
  g_clear_object (&node->agency);
  g_free (node->name);
  g_ptr_array_unref (node->led);
  g_ptr_array_unref (node->coordinated);
  g_ptr_array_unref (node->stalled);
  g_free (node);
}

static void
free_arrow (LtGraphArrow *arrow)
{
  g_ptr_array_unref (arrow->rows);
  g_free (arrow);
}

static LtCoordinationGraph *
create_graph (const LtGraphOptions *options)
{
  LtCoordinationGraph *self = g_new0 (LtCoordinationGraph, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) free_node);
  self->arrows = g_ptr_array_new_with_free_func ((GDestroyNotify) free_arrow);
  self->found = g_hash_table_new (NULL, NULL);
  self->names = options->names;
  self->as_of = options->as_of == LT_DAY_NONE ? lt_day_today () : options->as_of;
  return self;
}

static guint
add_node (Builder *builder, LtAgency *agency, const char *name, gboolean group)
{
  LtGraphNode *node = g_new0 (LtGraphNode, 1);

  node->agency = agency ? g_object_ref (agency) : NULL;
  node->name = g_strdup (name);
  node->group = group;
  node->placed = agency != NULL && lt_agency_get_place (agency, &node->x, &node->y);
  node->led = g_ptr_array_new_with_free_func (g_object_unref);
  node->coordinated = g_ptr_array_new_with_free_func (g_object_unref);
  node->stalled = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (builder->graph->nodes, node);
  return builder->graph->nodes->len;
}

static guint
find_agency_node (Builder *builder, LtAgency *agency)
{
  gpointer index;
  gboolean group = lt_agency_get_kind (agency) == LT_AGENCY_GROUP;

  if (g_hash_table_lookup_extended (builder->agencies, agency, NULL, &index))
    return GPOINTER_TO_UINT (index);
  index = GUINT_TO_POINTER (group && !builder->options->groups
                              ? 0
                              : add_node (builder, agency, lt_agency_get_name (agency), group));
  g_hash_table_insert (builder->agencies, agency, index);
  return GPOINTER_TO_UINT (index);
}

/* "các cơ quan, tổ chức có liên quan" is written with the comma and without. */
static char *
dup_phrase_key (const LtMention *mention)
{
  char *key = lt_text_dup_match_key (mention->phrase);

  if (mention->group)
    {
      char *to = key;

      for (const char *from = key; *from; from++)
        if (*from != ',' && *from != ';')
          *to++ = *from;
      *to = '\0';
    }
  return key;
}

static guint
find_phrase_node (Builder *builder, LtMention *mention)
{
  g_autofree char *key = NULL;
  gpointer index;

  if (mention->group ? !builder->options->groups : !builder->options->unknown)
    return 0;
  if (g_hash_table_lookup_extended (builder->mentions, mention, NULL, &index))
    return GPOINTER_TO_UINT (index);
  key = dup_phrase_key (mention);
  if (!g_hash_table_lookup_extended (builder->phrases, key, NULL, &index))
    {
      index = GUINT_TO_POINTER (add_node (builder, NULL, mention->phrase, mention->group));
      g_hash_table_insert (builder->phrases, g_steal_pointer (&key), index);
    }
  g_hash_table_insert (builder->mentions, mention, index);
  return GPOINTER_TO_UINT (index);
}

static LtAgency *
get_agency (Builder *builder, const LtMention *mention)
{
  return builder->options->names == LT_NAMES_TODAY ? lt_mention_get_current (mention, builder->graph->as_of)
                                                   : mention->agency;
}

static gboolean
holds (GArray *indices, guint index)
{
  for (guint i = 0; i < indices->len; i++)
    if (g_array_index (indices, guint, i) == index)
      return TRUE;
  return FALSE;
}

/* The nodes of one cell, each once: after a merger two names may be one agency. */
static void
gather_nodes (Builder *builder, LtAssignment *row, LtRole role, GArray *indices)
{
  GPtrArray *mentions = lt_assignment_get_mentions (row, role);

  g_array_set_size (indices, 0);
  for (guint i = 0; i < mentions->len; i++)
    {
      LtMention *mention = g_ptr_array_index (mentions, i);
      LtAgency *agency = get_agency (builder, mention);
      guint found = agency ? find_agency_node (builder, agency) : find_phrase_node (builder, mention);
      guint index = found - 1;

      if (found > 0 && !holds (indices, index))
        g_array_append_val (indices, index);
    }
}

static gboolean
names_agency (Builder *builder, LtAssignment *row, LtRole role)
{
  GPtrArray *mentions = lt_assignment_get_mentions (row, role);

  for (guint i = 0; i < mentions->len; i++)
    if (get_agency (builder, g_ptr_array_index (mentions, i)) == builder->options->agency)
      return TRUE;
  return FALSE;
}

static gboolean
is_late (Builder *builder, LtAssignment *row)
{
  return lt_assignment_get_timeliness (row, builder->graph->as_of, LT_DUE_SOON_DAYS) == LT_TIMELINESS_OVERDUE;
}

static gboolean
has_role (guint roles, LtRole role)
{
  return roles == 0 || (roles & (1u << role)) != 0;
}

static gboolean
is_in_scope (const LtGraphOptions *options, LtAssignment *row)
{
  return (options->plan == NULL || lt_item_get_ancestor (LT_ITEM (row), LT_TYPE_PLAN) == options->plan)
         && (options->initiative == NULL
             || lt_item_get_ancestor (LT_ITEM (row), LT_TYPE_INITIATIVE) == options->initiative);
}

static GPtrArray *
gather_rows (LtBook *book, const LtGraphOptions *options)
{
  g_autoptr (GPtrArray) all = lt_book_gather_assignments (book);
  GPtrArray *rows = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (is_in_scope (options, g_ptr_array_index (all, i)))
      g_ptr_array_add (rows, g_ptr_array_index (all, i));
  return rows;
}

static gboolean
passes (Builder *builder, LtAssignment *row)
{
  const LtGraphOptions *options = builder->options;

  if (options->states != 0 && (options->states & (1u << lt_assignment_get_state (row))) == 0)
    return FALSE;
  if (options->late_only && !is_late (builder, row))
    return FALSE;
  if (options->accepts != NULL && !options->accepts (row, options->accepts_data))
    return FALSE;
  return options->agency == NULL
         || (has_role (options->roles, LT_ROLE_LEAD) && names_agency (builder, row, LT_ROLE_LEAD))
         || (has_role (options->roles, LT_ROLE_COORDINATE) && names_agency (builder, row, LT_ROLE_COORDINATE));
}

static void
add_link (Builder *builder, guint lead, guint coordinator, LtAssignment *row)
{
  LtCoordinationGraph *graph = builder->graph;
  gpointer key = ARROW_KEY (lead, coordinator);
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (graph->found, key));
  LtGraphArrow *arrow;

  if (found == 0)
    {
      arrow = g_new0 (LtGraphArrow, 1);
      arrow->lead = lead;
      arrow->coordinator = coordinator;
      arrow->rows = g_ptr_array_new_with_free_func (g_object_unref);
      g_ptr_array_add (graph->arrows, arrow);
      found = graph->arrows->len;
      g_hash_table_insert (graph->found, key, GUINT_TO_POINTER (found));
    }
  arrow = g_ptr_array_index (graph->arrows, found - 1);
  g_ptr_array_add (arrow->rows, g_object_ref (row));
}

static void
add_row (Builder *builder, LtAssignment *row)
{
  gboolean late = is_late (builder, row);

  gather_nodes (builder, row, LT_ROLE_LEAD, builder->leads);
  gather_nodes (builder, row, LT_ROLE_COORDINATE, builder->coordinators);
  builder->graph->n_rows++;
  for (guint i = 0; i < builder->leads->len; i++)
    {
      guint lead = g_array_index (builder->leads, guint, i);
      LtGraphNode *node = g_ptr_array_index (builder->graph->nodes, lead);

      g_ptr_array_add (node->led, g_object_ref (row));
      if (late)
        node->n_late++;
    }
  for (guint i = 0; i < builder->coordinators->len; i++)
    {
      guint coordinator = g_array_index (builder->coordinators, guint, i);
      LtGraphNode *node = g_ptr_array_index (builder->graph->nodes, coordinator);

      /* Who leads a row coordinates with itself all the time: that is nothing to count. */
      if (holds (builder->leads, coordinator))
        continue;
      g_ptr_array_add (node->coordinated, g_object_ref (row));
      for (guint j = 0; j < builder->leads->len; j++)
        add_link (builder, g_array_index (builder->leads, guint, j), coordinator, row);
    }
}

static gboolean
is_open (LtAssignment *row)
{
  LtState state = lt_assignment_get_state (row);

  return state != LT_STATE_DONE && state != LT_STATE_MAINTAINED && state != LT_STATE_CANCELLED;
}

/* The only one that leads what is still open there, whatever rows the filters
 * leave; NULL if nothing is open or somebody else leads, too. */
static LtGraphNode *
find_only_lead (Builder *builder, LtItem *initiative)
{
  guint only = G_MAXUINT;

  for (guint i = 0; i < lt_item_get_n_children (initiative); i++)
    {
      LtAssignment *row = lt_item_get_child (initiative, i);

      if (!is_open (row))
        continue;
      gather_nodes (builder, row, LT_ROLE_LEAD, builder->leads);
      if (builder->leads->len == 0)
        continue;
      if (builder->leads->len > 1 || (only != G_MAXUINT && only != g_array_index (builder->leads, guint, 0)))
        return NULL;
      only = g_array_index (builder->leads, guint, 0);
    }
  return only == G_MAXUINT ? NULL : g_ptr_array_index (builder->graph->nodes, only);
}

static void
find_stalled (Builder *builder, GPtrArray *rows)
{
  LtItem *last = NULL;

  for (guint i = 0; i < rows->len; i++)
    {
      LtItem *initiative = lt_item_get_parent (g_ptr_array_index (rows, i));
      LtGraphNode *node;

      if (initiative == last || initiative == NULL)
        continue;
      last = initiative;
      node = find_only_lead (builder, initiative);
      if (node)
        g_ptr_array_add (node->stalled, g_object_ref (initiative));
    }
}

static gboolean
is_shown (const LtGraphOptions *options, const LtGraphNode *node)
{
  gboolean leads = node->led->len > 0;
  gboolean coordinates = node->coordinated->len > 0;

  if (!leads && !coordinates)
    return FALSE;
  return options->roles == 0 || options->agency != NULL || (leads && has_role (options->roles, LT_ROLE_LEAD))
         || (coordinates && has_role (options->roles, LT_ROLE_COORDINATE));
}

static int
compare_nodes (gconstpointer a, gconstpointer b)
{
  const LtGraphNode *first = *(LtGraphNode *const *) a;
  const LtGraphNode *second = *(LtGraphNode *const *) b;
  guint first_index = first->agency ? lt_item_get_index (LT_ITEM (first->agency)) : G_MAXUINT;
  guint second_index = second->agency ? lt_item_get_index (LT_ITEM (second->agency)) : G_MAXUINT;
  int order;

  if (first_index != second_index)
    return first_index < second_index ? -1 : 1;
  order = lt_text_compare (first->name, second->name);
  return order ? order : strcmp (first->name, second->name);
}

static int
compare_arrows (gconstpointer a, gconstpointer b)
{
  const LtGraphArrow *first = *(LtGraphArrow *const *) a;
  const LtGraphArrow *second = *(LtGraphArrow *const *) b;

  if (first->lead != second->lead)
    return first->lead < second->lead ? -1 : 1;
  return first->coordinator < second->coordinator ? -1 : first->coordinator > second->coordinator;
}

/* Leaves out what is not to be shown, and gives nodes and arrows the order that
 * does not depend on which row names whom first. */
static void
settle_order (Builder *builder)
{
  LtCoordinationGraph *graph = builder->graph;
  g_autoptr (GPtrArray) all = g_steal_pointer (&graph->nodes);
  g_autoptr (GPtrArray) arrows = g_steal_pointer (&graph->arrows);
  g_autofree LtGraphNode **before = g_memdup2 (all->pdata, all->len * sizeof (gpointer));
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);
  guint n = all->len;

  g_ptr_array_sort (all, compare_nodes);
  g_ptr_array_set_free_func (all, NULL);
  g_ptr_array_set_free_func (arrows, NULL);
  g_hash_table_remove_all (graph->found);
  graph->nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) free_node);
  graph->arrows = g_ptr_array_new_with_free_func ((GDestroyNotify) free_arrow);
  for (guint i = 0; i < n; i++)
    {
      LtGraphNode *node = g_ptr_array_index (all, i);

      if (is_shown (builder->options, node))
        {
          g_ptr_array_add (graph->nodes, node);
          g_hash_table_insert (places, node, GUINT_TO_POINTER (graph->nodes->len));
        }
    }
  for (guint i = 0; i < arrows->len; i++)
    {
      LtGraphArrow *arrow = g_ptr_array_index (arrows, i);
      guint lead = GPOINTER_TO_UINT (g_hash_table_lookup (places, before[arrow->lead]));
      guint coordinator = GPOINTER_TO_UINT (g_hash_table_lookup (places, before[arrow->coordinator]));

      if (lead == 0 || coordinator == 0)
        {
          free_arrow (arrow);
          continue;
        }
      arrow->lead = lead - 1;
      arrow->coordinator = coordinator - 1;
      graph->n_links += arrow->rows->len;
      g_ptr_array_add (graph->arrows, arrow);
    }
  for (guint i = 0; i < n; i++)
    if (!g_hash_table_contains (places, g_ptr_array_index (all, i)))
      free_node (g_ptr_array_index (all, i));
  g_ptr_array_sort (graph->arrows, compare_arrows);
  for (guint i = 0; i < graph->arrows->len; i++)
    {
      const LtGraphArrow *arrow = g_ptr_array_index (graph->arrows, i);

      g_hash_table_insert (graph->found, ARROW_KEY (arrow->lead, arrow->coordinator), GUINT_TO_POINTER (i + 1));
    }
}

LtCoordinationGraph *
lt_coordination_graph_new (LtBook *book, const LtGraphOptions *options)
{
  static const LtGraphOptions defaults = LT_GRAPH_OPTIONS_INIT;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GHashTable) agencies = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) phrases = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) mentions = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) leads = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) coordinators = g_array_new (FALSE, FALSE, sizeof (guint));
  Builder builder = { NULL, options ? options : &defaults, agencies, phrases, mentions, leads, coordinators };

  g_return_val_if_fail (LT_IS_BOOK (book), NULL);

  builder.graph = create_graph (builder.options);
  rows = gather_rows (book, builder.options);
  for (guint i = 0; i < rows->len; i++)
    if (passes (&builder, g_ptr_array_index (rows, i)))
      add_row (&builder, g_ptr_array_index (rows, i));
  find_stalled (&builder, rows);
  settle_order (&builder);
  _lt_coordination_graph_measure (builder.graph);
  return builder.graph;
}

LtCoordinationGraph *
lt_coordination_graph_ref (LtCoordinationGraph *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
lt_coordination_graph_unref (LtCoordinationGraph *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->nodes);
  g_ptr_array_unref (self->arrows);
  g_hash_table_unref (self->found);
  g_free (self);
}

guint
lt_coordination_graph_get_n_nodes (LtCoordinationGraph *self)
{
  return self->nodes->len;
}

const LtGraphNode *
lt_coordination_graph_get_node (LtCoordinationGraph *self, guint index)
{
  g_return_val_if_fail (index < self->nodes->len, NULL);

  return g_ptr_array_index (self->nodes, index);
}

guint
lt_coordination_graph_get_n_arrows (LtCoordinationGraph *self)
{
  return self->arrows->len;
}

const LtGraphArrow *
lt_coordination_graph_get_arrow (LtCoordinationGraph *self, guint index)
{
  g_return_val_if_fail (index < self->arrows->len, NULL);

  return g_ptr_array_index (self->arrows, index);
}

int
lt_coordination_graph_find_node (LtCoordinationGraph *self, LtAgency *agency)
{
  for (guint i = 0; agency && i < self->nodes->len; i++)
    if (lt_coordination_graph_get_node (self, i)->agency == agency)
      return (int) i;
  return -1;
}

int
lt_coordination_graph_find_arrow (LtCoordinationGraph *self, guint lead, guint coordinator)
{
  return (int) GPOINTER_TO_UINT (g_hash_table_lookup (self->found, ARROW_KEY (lead, coordinator))) - 1;
}

int
lt_graph_arrow_get_other (const LtGraphArrow *arrow, guint node)
{
  return arrow->lead == node ? (int) arrow->coordinator : arrow->coordinator == node ? (int) arrow->lead : -1;
}

guint
lt_coordination_graph_get_n_rows (LtCoordinationGraph *self)
{
  return self->n_rows;
}

guint
lt_coordination_graph_get_n_links (LtCoordinationGraph *self)
{
  return self->n_links;
}

LtNames
lt_coordination_graph_get_names (LtCoordinationGraph *self)
{
  return self->names;
}

LtDay
lt_coordination_graph_get_as_of (LtCoordinationGraph *self)
{
  return self->as_of;
}
