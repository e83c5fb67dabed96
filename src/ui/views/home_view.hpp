#pragma once
// Beranda: the plans of this browser, a new one, files to open, the sample; and where the data lives (look 01-beranda).
// Must not know: how plans are stored, what is in them.
#include <optional>
#include <vector>

#include "base/result.hpp"
#include "ui/ui.hpp"
#include "ui/widgets/notes.hpp"

namespace rancang {

struct HomeDebt {              // what one rule still asks for
  Tone tone = Tone::warning;
  std::string title, detail;   // "Isi kondisi awal", "Kegiatan: 12"
  std::string route;           // to these findings
};
struct HomeChange {
  std::uint64_t unix_ms = 0;
  std::string sentence;
};
struct HomePlan {
  Ulid id;
  std::string name;            // "Kota Tebing Tinggi"
  std::string years;           // "2023–2027"
  std::string agency;          // of a slice: whose part it is; "" = a whole plan
  bool unsent = false;         // … and something in it was changed after its file was saved last
  int completeness = 0;        // per cent
  std::uint64_t changed_unix_ms = 0;
  std::uint64_t size_bytes = 0;
  std::optional<int> file_age_days;
  bool is_sample = false, readable = true;
  std::uint64_t trashed_unix_ms = 0;  // 0 = not in the trash
  std::uint32_t errors = 0, warnings = 0;
  std::vector<HomeDebt> debts;
  std::vector<HomeChange> changes;    // newest first
};
struct LostPlanFact {          // known to the witness, gone from the store
  std::string name;
};
struct HomeFacts {
  std::vector<HomePlan> plans;
  std::vector<LostPlanFact> lost;
  bool loading = false;        // the store is still being read
  Error load_failure;          // id "" = none
  StorageEstimate storage;
  std::string version;
  std::string laptop_name;     // "" = none was given
};
struct HomeState {
  std::string search;
  Ulid chosen;                 // null or gone = the first
  Ulid menu_of;                // plan whose "⋮" menu is open
  Ulid deleting;               // plan in the question "Pindahkan ke keranjang?", or, when it is there already, "Hapus selamanya?"
  std::string name_before;     // of the laptop, while it is being typed
  bool drop_hover = false;
  float scroll = 0;
};

void home_view(Ui const& ui, HomeFacts const& facts, HomeState& state, Box area);

// "Nama laptop ini" with its field. Taken with each letter: whoever leaves the screen in the middle of it, by the browser's "back" too, loses nothing.
void laptop_name_line(Ui const& ui, std::string const& name, std::string& before, Box& row);

// "Hari ini 14.32", "Kemarin 16.20", "3 hari lalu", "22 Agu 2022".
std::string when_text(Ui const& ui, std::uint64_t unix_ms);
std::string saved_text(Ui const& ui, std::string_view iso);  // of "2022-08-30T16:20:00+07:00", as the file says: "30 Agu 2022 16.20"
Date local_day(Ui const& ui, std::uint64_t unix_ms);
std::string day_text(Ui const& ui, Date date);             // the same without a time
std::string size_text(Ui const& ui, std::uint64_t bytes);  // "723 kB", "7,4 MB", "120 MB"

// "Rencana baru": region, head, period → templates. The form's text lives in the state until it is sent.
struct NewPlanState {
  NewPlanForm form;
  std::string start_text, years_text = "5";
  bool tried = false;          // pressed "Buat" once: missing fields are shown in red
};
void new_plan_view(Ui const& ui, NewPlanState& state, Box area);

struct AboutFacts {
  std::string version, storage_place;
};
void about_view(Ui const& ui, AboutFacts const& facts, Box area);

}  // namespace rancang
