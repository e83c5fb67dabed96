#pragma once
// GridState: everything that one table remembers between frames: rows, query, columns, scroll, density, selection, the cell under edit.
// The host keeps one per record type, restores it with decode() and talks to it through the functions of "for the host".
// Must not know: how cells are drawn, particular records, storage.
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "edit/grid_table.hpp"
#include "edit/paste_block.hpp"
#include "rules/findings.hpp"
#include "ui/grid/grid_geometry.hpp"
#include "ui/widgets/picker.hpp"

namespace rancang {

class Strings;
struct PlanView;
struct PasteReview;  // grid_clipboard.hpp
struct ChoiceList;   // grid_choices.hpp
struct GridCells;    // grid_cells.hpp

enum class Density : std::uint8_t { dense, compact, normal, touch };

// A field of the record type as a column, or as one column per plan year (series); `total` is what follows from it: the sum over the years of a
// money series, the level of a grade (Rules::times).
enum class ColumnPart : std::uint8_t { value, total };
struct ColumnSetting {
  int field = -1;
  ColumnPart part = ColumnPart::value;
  bool hidden = false;
  float width = 0;  // CSS px before the text scale; 0 = as the value type suggests
};

// One cell by what it shows, whatever is sorted or hidden. year != 0: that year of a series.
struct CellKey {
  Ulid record;
  int field = -1;
  Year year = 0;
  ColumnPart part = ColumnPart::value;
  friend bool operator==(CellKey const&, CellKey const&) = default;
};

// A block from `anchor` (the cell that is typed into) to `head`, and rows added one by one with Ctrl.
struct GridSelection {
  CellKey anchor, head;
  std::vector<Ulid> added;  // sorted
  friend bool operator==(GridSelection const&, GridSelection const&) = default;
};

// Rows and money of a selection, kept until one of the two changes.
struct SelectionSum {
  GridSelection of;
  std::uint64_t rows = 0;  // revision of the table
  std::size_t count = 0;
  std::int64_t rupiah = 0;
};

// How wide the contents of each field are, pixels; measured when it is asked for, anew when the document or the letters change.
struct GridNeeds {
  std::uint64_t revision = 0;
  float scale = 0;
  int step = -1, language = -1;
  std::vector<float> of_field;  // −1 = not measured
  std::vector<std::optional<bool>> blank;  // nothing stands in it
  bool same_as(GridNeeds const& other) const { return revision == other.revision && scale == other.scale && step == other.step && language == other.language; }
};

// What the table searches and sorts by where a text field holds what only the program reads (is_spoken), and the state that it was worked out for.
struct SpokenWords {
  SearchIndex::Spoken words;
  std::uint64_t revision = ~0ULL, findings = ~0ULL;
  int language = -1;
};

enum class EditMode : std::uint8_t { none, armed, text, picker };
struct GridEdit {
  EditMode mode = EditMode::none;
  CellKey cell;
  std::uint64_t key = 0;         // of the text visit, of the picker, and of the joined undo step
  bool typed = false;            // begun by typing over the cell: arrows leave it
  std::optional<Error> problem;  // the text can't be understood; the cell stays open
  std::string refused;           // the text that `problem` is about
};

enum class GridDrag : std::uint8_t { none, cells, rows, resize, reorder, scroll_x, scroll_y };
struct GridPointer {
  GridDrag drag = GridDrag::none;
  int column = -1;           // being resized or moved
  int drop = -1;             // column before which it would land; −1: not moved far enough
  float origin = 0, origin_value = 0;
  bool beyond = false;       // a block is being drawn past the edge: the table scrolls on
};

// Records that have a finding, or one of a severity that is due by now: what GridFilter::has_finding asks.
struct FindingFilter {
  Findings const* findings = nullptr;
  std::optional<Severity> only;
  std::uint8_t gate = 0;  // the present one
  static bool matches(void const* context, Ulid record);
};

// Name of the setting that keeps a table's columns: "view.action_item", "view.action_item.policy".
std::string view_setting(RecordType type, std::uint8_t kind);

struct GridState {
  explicit GridState(RecordType type, std::uint8_t kind = 0);
  ~GridState();
  GridState(GridState&&) noexcept;
  GridState& operator=(GridState&&) noexcept;

  // ---- for the host ----
  // Columns, widths, sorting, grouping and density as a short text for the setting "view.<record>" (of one kind: "view.<record>.<kind>"); the grid asks for it to be kept (SettingRequest).
  std::string encode() const;
  void decode(std::string_view text);  // parts that nobody understands are left out
  Ulid selected_record() const { return selection.anchor.record; }
  // From the next frame on: selects, scrolls into view, takes away a filter that hides it; a field that is hidden is shown.
  void select_record(Ulid id, int field = -1, Year year = 0);
  void show_only(int field, Ulid record, bool with_findings);          // from the next frame on: rows whose reference is this, in place of any filter
  void show_users(Ulid record);                                       // … rows that name this record in any field
  void step(int rows);                                                // −1 previous, +1 next record
  void focus_filter() { wants_filter_focus = true; }                  // Ctrl+F
  void focus() { wants_focus = true; }
  void on_paste(std::string text) { pasted = std::move(text); }
  void on_copy(bool cut) { copy_wish = cut ? CopyWish::cut : CopyWish::copy; }
  void on_cut() { copy_wish = CopyWish::clear; }             // what copied_block() gave was taken: the cells are emptied
  bool wants_frame() const { return pointer.beyond; }        // scrolls by itself: draw again although nothing came in
  // A cell whose value is written in the pane (prose, lists) was opened: its field, once. The record is selected_record().
  std::optional<int> take_pane_field() { return std::exchange(pane_field, std::nullopt); }

  // ---- kept settings ----
  RecordType type;
  std::uint8_t kind;                   // shows only rows of this kind (Role::kind), with the fields that they have; 0 = all
  std::vector<ColumnSetting> columns;  // in display order; the title stands before them
  float title_width = 0;               // 0 = what is left over
  Density density = Density::compact;
  GridQuery query;

  // ---- rows ----
  std::unique_ptr<SpokenWords> spoken;  // before the table, which reads it; null: every text is what people read
  GridTable table;
  bool opened = false, query_changed = true;
  std::uint64_t seen_revision = 0, seen_findings = 0;
  Ulid seen_plan;
  struct RowFindings {  // what is wrong with the rows that the table can show
    Ulid seen_plan;
    std::uint64_t revision = 0, findings = 0;
    FindingCounts due;
    std::uint32_t later = 0;  // warnings that a later stage asks for
  };
  mutable RowFindings row_findings;
  std::unique_ptr<FindingFilter> finding_filter;  // what query.filter.context points to

  // ---- selection, editing ----
  GridSelection selection;
  mutable SelectionSum sum;      // selection_text()
  GridEdit edit;
  PickerState picker;            // of the cell, the filters and the bulk bar: one is open at a time
  std::unique_ptr<ChoiceList> choices;  // of the open picker
  Ulid created;                  // asked for: is selected, and its title written, once it is there
  int bulk_field = -1;           // that the bar of selected rows is about to set
  bool bulk_wish = false;        // open its field
  std::string bulk_text;
  std::optional<Error> bulk_problem;
  CellKey refused_cell;          // where typing was refused last, and when
  double refused_ms = 0;
  int tab_column = -1;           // where a run of Tab began: Enter goes down from there
  Box menu_anchor;               // of the row menu
  bool menu_wish = false;        // open it
  std::unique_ptr<PasteReview> review;

  // ---- view ----
  float scroll_x = 0, scroll_y = 0;  // pixels
  bool reveal = false;           // bring the moving corner of the selection into view
  std::size_t last_row = 0;      // of the anchor: what stands there is selected when its record is gone
  bool focused = false;          // keys go to this table
  ImVec2 window_scroll{};        // what the window was left with: a finger, the wheel or a glide change it between frames
  GridPointer pointer;
  GridGeometry geometry;         // of the last frame
  mutable GridNeeds needs;       // grid_widths.cpp
  std::unique_ptr<GridCells> cells;

  // ---- wishes, carried out in the next frame ----
  struct Jump {
    Ulid record;
    int field = -1;
    Year year = 0;
  };
  std::optional<Jump> jump;
  enum class CopyWish : std::uint8_t { none, copy, cut, clear } copy_wish = CopyWish::none;
  int step_wish = 0;
  std::string pasted;
  std::optional<int> pane_field;
  bool wants_filter_focus = false, wants_focus = true, edit_wish = false;
  Ulid seen_route;
  std::string saved_settings;
};

// "Dipilih: 3 baris, Rp 1.050.000.000" for the status strip; "" when nothing is selected.
std::string selection_text(PlanView const& plan, Strings const& s, GridState const& state);

}  // namespace rancang
