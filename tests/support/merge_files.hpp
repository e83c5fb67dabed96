#pragma once
// A small plan of three agencies, and the files that come back: each edited somewhere else, under a replica of its own.
// Must not know: what is tested.
#include "edit/editor.hpp"
#include "edit/merge_session.hpp"
#include "persist/plan_file.hpp"
#include "persist/unknown_merge.hpp"
#include "rules/likely_duplicates.hpp"

namespace rancang::testing {

struct MergeFiles {
  static constexpr RecordType agencies = record_type<Agency>, items = record_type<ActionItem>;
  std::vector<Ulid> agency, item;  // items[i] is led by agency[i]
  std::uint64_t made = 0;
  Document start;

  static std::uint8_t field(std::string_view key) { return static_cast<std::uint8_t>(record_info(items).index_of(key)); }

  MergeFiles() {
    start.plan_id = make_ulid(1'662'600'000'000, 1, 1);
    CausalPtr const by = created_by(make_replica(100));
    for (std::string const name : {"Dinas Kesehatan", "Dinas Perhubungan", "Dinas Perkim"}) {
      agency.push_back(make_ulid(1'662'600'000'000, 2, agency.size() + 1));
      auto node = make_node(agencies, agency.back());
      node->as<Agency>().name = name;
      node->causal = by;
      start.table(agencies).put(std::move(node));
    }
    for (std::string const name : {"Antrean daring puskesmas", "ATCS sembilan simpang", "Taman bantaran sungai"}) {
      std::size_t const index = item.size();
      item.push_back(make_ulid(1'662'600'000'000, 3, index + 1));
      auto node = make_node(items, item.back());
      node->as<ActionItem>().name = name;
      node->as<ActionItem>().output_indicator = "Keluaran awal dengan beberapa kata";
      node->as<ActionItem>().lead_agency = Id<Agency>{agency[index]};
      node->causal = by;
      start.table(items).put(std::move(node));
    }
  }

  Author author(std::uint64_t replica) {
    return {make_replica(replica), [this] { return make_ulid(1'662'600'000'000, 9, ++made); }, nullptr};
  }
  // Somebody's copy: of the whole plan, or of the slice of an agency.
  Editor copy(std::uint64_t replica, std::string label, std::optional<std::size_t> slice_of = {}) {
    Document document = start;
    if (slice_of) {
      SliceScope scope;
      scope.agency = agency[*slice_of];
      document = make_slice(start, scope);
    }
    Editor editor(std::move(document), author(replica));
    auto labels = *editor.document().replicas;
    labels[make_replica(replica)] = {std::move(label), slice_of ? agency[*slice_of] : Ulid{}};
    editor.set_replicas(std::move(labels));
    return editor;
  }
  void write(Editor& editor, std::size_t row, std::string_view key, Value value) {
    static_cast<void>(editor.run(SetField{{items, item[row], field(key), std::move(value)}}, 0, 1));
  }
  // A person who works on a copy and sends it: one field of one item.
  Document edited(std::uint64_t replica, std::string label, std::size_t row, std::string_view key, Value value, std::optional<std::size_t> slice_of = {}) {
    Editor editor = copy(replica, std::move(label), slice_of);
    write(editor, row, key, std::move(value));
    return editor.document();
  }

  static MergeInput input(std::string name, Document document, bool proven = true) {
    MergeInput out;
    out.name = std::move(name);
    out.saved_at = "2022-08-30T16:20:00+07:00";
    out.proven = proven;
    out.proposer = make_replica(9'000 + out.name.size());
    out.digest = 0;
    for (char c : write_plan(document, {})) out.digest = out.digest * 31 + static_cast<unsigned char>(c);
    out.document = std::move(document);
    return out;
  }
  static MergeSession session(Document ours, std::vector<MergeInput> files) {
    MergeSession out(std::move(ours), {&unknown_merge(), likely_duplicates});
    for (auto& file : files) out.add(std::move(file));
    while (out.step()) {
    }
    return out;
  }
  // Index of the row about a field of an item; rows().size() when there is none.
  std::size_t row_of(MergeSession const& session, std::size_t row, std::string_view key) const {
    for (std::size_t i = 0; i < session.rows().size(); ++i) {
      MergeRow const& one = session.rows()[i];
      if (session.items()[one.item].id == item[row] && one.kind == MergeRowKind::field && one.field == field(key)) return i;
    }
    return session.rows().size();
  }
};

}  // namespace rancang::testing
