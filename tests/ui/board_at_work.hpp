#pragma once
// The sample, opened in the whole application, and files of agencies that come back to it. What tests of the merge board share.
// Must not know: what is tested.
#include "at_work.hpp"
#include "edit/editor.hpp"

namespace rancang::testing {

constexpr RecordType items = record_type<ActionItem>;
inline std::uint8_t field(std::string_view key) { return static_cast<std::uint8_t>(record_info(items).index_of(key)); }

// The sample's plan in somebody else's hands.
struct Sender {
  Editor editor;
  std::string label;
  Sender(Document document, std::uint64_t replica, std::string name) : editor(std::move(document), {make_replica(replica), [] { return Ulid{7, 7}; }, nullptr}), label(std::move(name)) {
    auto labels = *editor.document().replicas;
    labels[make_replica(replica)] = {label, {}};
    editor.set_replicas(std::move(labels));
  }
  Sender& write(Ulid id, std::string_view key, Value value) {
    REQUIRE(editor.run(SetField{{items, id, field(key), std::move(value)}}, 0, 1));
    return *this;
  }
  OpenedFile file(std::string name) const {
    EnvelopeInfo envelope;
    envelope.saved_at = "2022-08-30T16:20:00+07:00";
    return {std::move(name), write_plan(editor.document(), envelope), 0};
  }
};

struct BoardOpen {
  std::shared_ptr<NullDisk> disk = std::make_shared<NullDisk>();
  AtWork ui{disk};
  Document start;  // as it was opened
  std::vector<Ulid> rows;

  explicit BoardOpen(bool with_help = true) {
    if (!with_help) ui.platform().assets.erase("help/id.txt"), ui.platform().assets.erase("help/en.txt");
    ui.open_files({{"tebing.rancang.json", sample_file(), 0}});
    REQUIRE(ui.in_plan());
    start = ui.document();
    for (Node const* node : in_plan_order(ui.document(), items)) rows.push_back(node->id);
  }
  Value value(std::size_t row, std::string_view key) { return ui.document().find(items, rows[row])->get(field(key)); }
  void write(std::size_t row, std::string_view key, Value value) {
    ui.app().edit(SetField{{items, rows[row], field(key), std::move(value)}});
    ui.settle();
  }
  void go(Route route) {
    ui.app().go(route, false);
    ui.settle();
  }
  OpenedFile from(std::uint64_t replica, std::string name, std::size_t row, std::string_view key, Value value) const {
    return Sender(start, replica, name).write(rows[row], key, std::move(value)).file(name + ".rancang.json");
  }
  // Three agencies: two on one field that was changed here, too, one on its own.
  void drop_three() {
    write(0, "location", "Lokasi kami di tepi sungai");
    ui.open_files({Sender(start, 31, "Nurlela").write(rows[0], "location", "Lokasi Dinkes di tepi sungai").file("dinkes-1.rancang.json"),
                   Sender(start, 32, "Hotman").write(rows[0], "location", "Lokasi Dishub di terminal").file("dishub-1.rancang.json"),
                   Sender(start, 33, "Yusniar").write(rows[1], "output_indicator", "Indikator RSUD").file("rsud-1.rancang.json")});
    REQUIRE(ui.app().route().screen == Screen::merge);
  }
  MergeSession const& session() { return *ui.app().plan()->merging; }
};
}  // namespace rancang::testing
