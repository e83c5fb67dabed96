#pragma once
// Journal pieces: the changed records of one save in the same file form (kind "journal"), applied over a snapshot when the plan is opened again.
// Must not know: storage, undo.
#include <map>
#include <span>
#include <string>
#include <string_view>

#include "persist/plan_file.hpp"

namespace rancang {

using Replicas = std::map<ReplicaId, ReplicaInfo>;

// The given records whole, with their stamps (a deleted one with an empty `alive`). Cost follows the records, not the plan.
std::string write_records(Ulid plan_id, Replicas const& replicas, std::span<NodePtr const> records, EnvelopeInfo envelope);

// Puts the records of a piece over the document and joins the replicas. A piece is ours, so anything unusual is damage and refused whole:
// the errors of read_plan, journal.damaged (checksum, repairs), journal.other_plan. The document is unchanged on error.
Result<Nothing> apply_journal(Document& document, std::string_view bytes, ReadLimits const& limits = {});

// The line of one record as it stands in a file, without its line end: for checksums, clipboards and comparison.
std::string record_line(Node const& node);

}  // namespace rancang
