#pragma once
// The plan of merge_files.hpp open on the merge board: what stands in it, the rows of a session, and merging.
// Must not know: what is tested.
#include <doctest/doctest.h>

#include "edit/settle.hpp"
#include "support/merge_files.hpp"

namespace rancang::testing {

struct Board : MergeFiles {
  Editor ours{start, author(1)};

  NodePtr node(Ulid id) const { return *ours.document().table(items).find(id); }
  std::string text(Ulid id, std::string_view key) const { return *node(id)->get(field(key)).as<std::string>(); }
  std::string text(std::size_t row, std::string_view key) const { return text(item[row], key); }
  FieldState state(std::size_t row, std::string_view key) const { return field_state(*node(item[row]), field(key)); }
  Result<ChangeSet> merge(MergeSession const& session) {
    auto command = session.changes(author(1), Date{19'000});
    if (!command) return command.error();
    return ours.run(std::move(*command), 0, 1);
  }
  MergeSession open(std::vector<MergeInput> files) { return session(ours.document(), std::move(files)); }
  // Row about a record: of a kind, or of a field.
  std::size_t find_row(MergeSession const& session, Ulid id, MergeRowKind kind, std::string_view key = {}) const {
    for (std::size_t i = 0; i < session.rows().size(); ++i) {
      MergeRow const& row = session.rows()[i];
      if (session.items()[row.item].id == id && row.kind == kind && (key.empty() || row.field == field(key))) return i;
    }
    FAIL("no such row");
    return 0;
  }
  std::size_t field_row(MergeSession const& session, std::size_t row, std::string_view key) const { return find_row(session, item[row], MergeRowKind::field, key); }

  // Kesehatan writes into what Perhubungan leads, which our editor would not let it.
  Document outside_slice() {
    SliceScope scope;
    scope.agency = agency[0];
    Document slice = make_slice(start, scope);
    auto changed = clone_node(*start.find(items, item[1]));
    changed->as<ActionItem>().output_indicator = "Di luar";
    changed->as<ActionItem>().location = "Juga di luar";
    std::vector<std::uint8_t> fields{field("output_indicator"), field("location")};
    std::sort(fields.begin(), fields.end());
    changed->causal = written_by(*changed->causal, make_replica(11), fields);
    slice.table(items).put(std::move(changed));
    return slice;
  }
  // One activity that is new, as some agency typed it.
  Document typed(std::uint64_t replica, Ulid id, std::string name, std::size_t by, std::string output = {}) {
    Editor editor = copy(replica, "OPD " + std::to_string(by));
    NewRecord record{items, id, {{field("name"), std::move(name)}, {field("lead_agency"), agency[by]}}};
    if (!output.empty()) record.values.emplace_back(field("output_indicator"), output);
    static_cast<void>(editor.run(CreateRecord{record, {}}, 0, 1));
    return editor.document();
  }
  static Document with_foreign(Document document, std::string json = R"({"id":"01FR9EZ7000000000000000009","a":1})") {
    document.foreign = std::make_shared<std::vector<ForeignRecord> const>(std::vector{ForeignRecord{"spaceship", "01FR9EZ7000000000000000009", std::move(json), R"("Rina0001:1")"}});
    return document;
  }
};

inline std::size_t rows_of(MergeSession const& session, MergeGroup group) { return session.tally().rows[static_cast<std::size_t>(group)]; }

}  // namespace rancang::testing
