/* SPDX-License-Identifier: MIT */
#pragma once

#include "plan/lt-coordination-graph.h"

G_BEGIN_DECLS

/* The coordination graph for other programs: nodes with what they lead and coordinate, arrows with
 * their counts. The same graph gives the same bytes. */

/* Graphviz: https://graphviz.org/doc/info/lang.html */
GBytes *lt_dot_write     (LtCoordinationGraph *graph, const char *title);
/* http://graphml.graphdrawing.org/, as yEd, Gephi and NetworkX read it. */
GBytes *lt_graphml_write (LtCoordinationGraph *graph, const char *title);

G_END_DECLS
