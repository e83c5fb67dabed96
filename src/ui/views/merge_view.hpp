#pragma once
// Merge board: files that came back, what they change, what has to be decided, side by side; and the list of conflicts that are still open in the plan.
// Must not know: how files are compared (edit/merge_session.hpp), how wishes are carried out.
#include "edit/merge_session.hpp"
#include "ui/views/version_cards.hpp"
#include "ui/wording.hpp"

namespace rancang {

struct MergeEntry {
  // head: of a group; row: of the session; item: the clean rows of one record; twins: a pair.
  enum class Kind : std::uint8_t { head, row, item, twins } kind = Kind::head;
  std::size_t index = 0;
  std::uint64_t key = 0;  // the same as long as it is about the same thing, wherever that stands in the session
};
constexpr std::size_t twins_group = merge_group_count;

struct MergeViewState {
  std::uint64_t seen = ~0ULL;            // revision of the session
  Wording wording;
  std::vector<MergeEntry> entries;
  std::size_t current = 0;
  bool clean_open = false, reveal = false;
  std::vector<VersionField> fields;      // of the current entry, by row
  std::vector<std::size_t> field_rows;
  VersionOwn own;
  Pick pick = Pick::merged;              // what its row said before: stands again when nothing comes of it
  Value value;
};
struct MergeBoard {
  MergeSession const* session = nullptr; // null: no files yet
  int reading = -1;                      // per cent of the files that are being read, −1 = none
};
void merge_view(Ui const& ui, PlanView const& plan, MergeBoard const& board, MergeViewState& state, Box area);

struct ConflictsState {
  std::uint64_t seen = ~0ULL;            // revision of the plan
  Ulid seen_plan;
  Wording wording;
  std::vector<OpenConflict> shown;
  std::size_t current = 0, records = 0;
  Ulid asked;                            // record that the address led to in this visit
  int drawn = 0;                         // last frame
  bool reveal = false;
  std::vector<VersionField> fields;      // of the current record
  std::vector<std::size_t> field_rows;   // index in `shown`
  VersionOwn own;

  Ulid record() const { return current < shown.size() ? shown[current].node->id : Ulid{}; }
};
void conflicts_view(Ui const& ui, PlanView const& plan, ConflictsState& state, Box area);

// ---- parts of the board ----
std::string merge_file_name(Ui const& ui, MergeSession const& session, MergeFile const& file);  // "Dinas Kesehatan"
std::string merge_version_name(Ui const& ui, MergeSession const& session, MergeFile const& file);  // whose version it brings: the agency's, else the sender's
std::string merge_agency_name(MergeSession const& session, Ulid agency);                        // "" = nobody knows it
std::string merge_saved_text(Ui const& ui, MergeFile const& file);                              // "30 Agu 2022 16.20"
std::string merge_told_text(Ui const& ui, MergeSession const& session, MergeFile const& file);  // what is said instead of figures; "" = there are figures
std::string merge_left_out_text(Ui const& ui, MergeFile const& file);                           // "" = nothing is
std::string merge_base_text(Ui const& ui, MergeFile const& file);                               // of a slice the day on which it was handed out: "26 Agu 2022", "Lebih lama, 12 Agu 2022"
void merge_files_table(Ui const& ui, MergeSession const& session, Box area);
float merge_files_height(Ui const& ui, MergeSession const& session);
void merge_list(Ui const& ui, MergeSession const& session, MergeViewState& state, Box area);
void merge_group(Ui const& ui, MergeSession const& session, MergeViewState& state, Box area);  // where a group is current: what it is, what can be done with all of it
std::uint64_t merge_key(MergeSession const& session, std::size_t row);
void merge_step(MergeViewState& state, int by, bool groups);  // to the next entry; groups: also those with which something can be done
void merge_record(Ui const& ui, PlanView const& plan, MergeSession const& session, MergeViewState& state, Box area);
// Puts the wish for a choice: on a row, or on all rows of the entry.
void choose_segment(Ui const& ui, MergeSession const& session, MergeViewState& state, std::size_t field, int segment);
std::string merge_title(Ui const& ui, MergeSession const& session, RecordType type, Ulid id);
std::string merge_version_title(Ui const& ui, MergeSession const& session, MergeOption const& option);  // "Versi Dinas Perkim"
std::string merge_row_text(Ui const& ui, MergeItem const& item, MergeRow const& row);                   // "Pagu", "butir baru"
std::string merge_item_files(Ui const& ui, MergeSession const& session, MergeItem const& item);         // "Dinas Perkim, DLH"
// All of it in sentences, for minutes: `head`, what each file is, what comes, what was decided and how, what waits, what is refused.
std::string merge_report_text(Ui const& ui, PlanView const& plan, MergeSession const& session, std::string const& head);

}  // namespace rancang
