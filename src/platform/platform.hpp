#pragma once
// The one seam between Rancang and the machine it runs on: clock, storage, files, clipboard, text field, locks, address bar.
// platform/web implements it in the browser, platform/null in memory for tests. Everything asynchronous answers through take_events().
// Must not know: plans, records, ImGui, Emscripten.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/quantity.hpp"
#include "base/result.hpp"
#include "platform/folder.hpp"

namespace rancang {

struct Rect {  // CSS pixels, origin at the top left of the window
  float x = 0, y = 0, width = 0, height = 0;
  friend bool operator==(Rect const&, Rect const&) = default;
};

struct LocalTime {
  Date date;
  int hour = 0, minute = 0;
  int utc_offset_minutes = 0;
};

// ---- storage: small files on the IDBFS mount, durable only through commit() (reliability.md 2.3) ----
struct StoredFile {
  std::string path;  // absolute, "/plans/<plan id>/…"
  std::string bytes;
};
// One commit is all or nothing and is reported only after its second strict transaction. Paths that are not named are never touched.
struct StoreCommit {
  std::string plan;                 // fence: the plan whose writer lock this tab must hold; "" for files outside any plan
  std::vector<StoredFile> puts;     // never overwrites: writing an existing path is refused, except the fence's own file
  std::vector<std::string> removes;
  std::uint64_t revision = 0;       // of the document that is durable afterwards, for the benchmark's mark
};
using StoreTicket = std::uint32_t;
enum class StoreState : std::uint8_t { empty, loading, ready, failed };
struct StorageEstimate {
  std::uint64_t used_bytes = 0, quota_bytes = 0;
  bool persistent = false;
};

class FileStore {
 public:
  virtual ~FileStore() = default;
  virtual StoreState state() const = 0;
  // → StoreLoaded; nothing can be committed before it succeeded; after a failure it may be called again. With state() ready, the failure store.lost
  // says that the browser has emptied the store. Knows all names afterwards, but has the contents only of files directly
  // under /plans; those of a plan's folder are fetched by reload("/plans/<plan id>/"), so that memory follows the open plan.
  virtual void load() = 0;
  virtual void reload(std::string_view prefix) = 0;                      // fetches names and contents again from the disk → StoreReloaded, in order of the calls
  virtual std::vector<std::string> list(std::string_view prefix) const = 0;  // sorted paths in memory
  virtual std::optional<std::string> read(std::string_view path) const = 0;
  virtual void relist(std::string_view prefix) = 0;                      // as reload(), names only; contents of vanished files go → StoreReloaded
  virtual void forget(std::string_view prefix) = 0;                      // drops contents from memory; names stay listed, reload() fetches again
  virtual StoreTicket commit(StoreCommit commit) = 0;                    // → StoreCommitted; commits run one after the other
  virtual StorageEstimate estimate() const = 0;                          // last known; refreshed after commits
};

// ---- the real text field over the canvas (browser.md C 1) ----
// prose = <textarea> with wrap and spell check; number = right aligned, decimal keyboard; wrapped = one paragraph without breaks of its own, shown on as many
// lines as it needs: Enter leaves it.
enum class TextKind : std::uint8_t { line, prose, number, wrapped };
struct TextFieldSpec {
  std::uint64_t key = 0;      // identity of the field being edited; a new key is a new visit: text is loaded, focus is taken
  Rect box;                   // where the field lies
  Rect clip;                  // visible part of the scroll area it lies in
  TextKind kind = TextKind::line;
  std::string text;           // initial text; later only when `text_revision` grows (undo from outside)
  std::uint32_t text_revision = 0;
  bool select_all = true;
  bool bold = false;
  float font_px = 13.22f;     // CSS px (ImGui size ÷ 1.21)
  float line_px = 16.0f;
  float pad_x = 8.0f, pad_y = 6.0f;
  std::uint32_t text_rgba = 0xFF15202B, ground_rgba = 0xFFFFFFFF;  // 0xAABBGGRR as ImGui packs colours
  std::string label;          // accessible name
  std::string placeholder;
  std::uint32_t max_length = 0;  // UTF-16 units, 0 = no limit
  std::string language;       // "id" or "en", for spell check
  bool read_only = false;
  // A selected cell that is not edited yet: the field is empty, invisible and focused, so that the first key, dead key or composition of an
  // input method arrives whole. Keys that write nothing (arrows, Enter, Tab, Delete, F2, Esc, Ctrl+…) go to the interface as if there were no
  // field. The first input makes it visible and sends TextChanged: show it from then on with the same key and armed = false, the typed text
  // stays. Shown with armed = false while still empty (F2, Enter, double click), `text` is loaded.
  bool armed = false;
};
// arrow_* only from a line/number field in "replace" visits (spreadsheet habit) where the caret may not move.
enum class FieldExit : std::uint8_t { none, enter, shift_enter, ctrl_enter, tab, shift_tab, escape, blur, arrow_up, arrow_down };

// ---- characters that our fonts lack, drawn by the system's fonts ----
struct GlyphBitmap {
  int width = 0, height = 0;        // of the coverage, device pixels; 0 = nothing to see
  float left = 0, top = 0;          // of the coverage, from the pen at the baseline, y down, device pixels
  float advance = 0;                // device pixels
  std::vector<std::uint8_t> coverage;  // width × height, 0…255, row by row
};
// Draws one code point with an em of `em_px` device pixels; false when there is no such glyph anywhere.
using GlyphRasterizer = bool (*)(char32_t code_point, float em_px, GlyphBitmap& out);

// ---- what happened outside ----
struct OpenedFile {
  std::string name;
  std::string bytes;
  std::uint32_t handle = 0;  // > 0: can be saved in place with save_in_place()
};
struct FilesOpened { std::vector<OpenedFile> files; bool dropped = false; };
struct FileSaved { std::string name; bool in_place = false; std::optional<Error> failure; std::string key; };  // key: of save_in_place()
struct RouteChanged { std::string route; };                     // "#/…" without the hash
struct TextChanged { std::uint64_t key = 0; std::string text; };
struct TextExited { std::uint64_t key = 0; FieldExit exit = FieldExit::none; std::string text; };
struct Pasted { std::string text; };                            // outside a text field
struct CopyWanted { bool cut = false; };                        // answer at once with set_clipboard()
struct VisibilityChanged { bool hidden = false; };
struct StoreLoaded { std::optional<Error> failure; };
struct StoreReloaded { std::optional<Error> failure; };
struct StoreCommitted { StoreTicket ticket = 0; std::optional<Error> failure; };
// outgrown: a page of a newer version is open; this one writes nothing until it is loaded anew.
enum class LockState : std::uint8_t { none, asking, held, elsewhere, lost, outgrown };
struct LockChanged { std::string plan; LockState state = LockState::none; };
struct PeerStored { std::string plan; };                        // the writing tab announced a new generation
struct HandOverAsked { std::string plan; };                     // another tab wants to write: save what is pending, then release_lock() within 2 s
struct AssetLoaded { std::string name; std::string bytes; std::optional<Error> failure; };  // answer of fetch_asset()
struct DropHover { bool over = false; };                        // a file is being dragged over the window
using PlatformEvent = std::variant<FilesOpened, FileSaved, RouteChanged, TextChanged, TextExited, Pasted, CopyWanted, VisibilityChanged, StoreLoaded, StoreReloaded,
                                   StoreCommitted, LockChanged, PeerStored, HandOverAsked, AssetLoaded, DropHover,
                                   FolderChanged, FolderListed, FolderRead, FolderWritten>;

class Platform {
 public:
  virtual ~Platform() = default;

  // Clock and chance. Order of edits never depends on the wall clock.
  virtual std::uint64_t unix_ms() = 0;
  virtual double steady_ms() = 0;
  virtual LocalTime local_time(std::uint64_t unix_ms) = 0;
  virtual std::uint64_t random() = 0;

  // Frames are drawn on demand.
  virtual void request_frame() = 0;            // draw at the next animation frame
  virtual void wake_after_ms(double ms) = 0;   // draw once when the time has passed; the earliest wish counts
  virtual std::vector<PlatformEvent> take_events() = 0;

  virtual FileStore& store() = 0;
  virtual FolderAccess& folder() = 0;
  virtual void ask_lock(std::string const& plan) = 0;       // → LockChanged held | elsewhere
  virtual void take_over_lock(std::string const& plan) = 0; // asks the other tab, then steals; raises the fence → LockChanged held
  virtual void release_lock(std::string const& plan) = 0;
  virtual void announce_stored(std::string const& plan) = 0;
  virtual void ask_persistence() = 0;                       // navigator.storage.persist()
  // Witness outside IndexedDB and small settings of this browser (localStorage); "" when absent.
  virtual std::string setting(std::string_view key) = 0;
  virtual void set_setting(std::string_view key, std::string_view value) = 0;

  virtual void pick_files(bool several) = 0;                                                   // → FilesOpened
  virtual void download(std::string const& name, std::string const& mime, std::string const& bytes) = 0;  // → FileSaved
  // One zip of files that come one after the other, so that they never lie in memory all at once; zip_finish("") forgets them. → FileSaved; its failure
  // "file.no_zip" says that the files went out one by one, because what packs them could not be fetched.
  virtual void zip_add(std::string const& name, std::string const& bytes) = 0;
  virtual bool zip_busy() const = 0;  // still packing: the next file had better wait
  virtual void zip_finish(std::string const& name) = 0;
  virtual bool can_save_in_place() const = 0;
  // handle 0 asks where to save (File System Access), proposes `name`, and keeps the answer under `key`. → FileSaved
  virtual void save_in_place(std::uint32_t handle, std::string const& key, std::string const& name, std::string const& bytes) = 0;

  // A file of the site itself, by its name under assets/ ("samples/tebing-tinggi.rancang.json"). → AssetLoaded
  virtual void fetch_asset(std::string const& name) = 0;

  virtual void set_clipboard(std::string const& plain, std::string const& html) = 0;
  // Call once per drawn frame while a field is edited; a frame without the call hides it. Answers: TextChanged, TextExited.
  virtual void show_text_field(TextFieldSpec const& spec) = 0;
  virtual void end_frame() = 0;  // after drawing: hides a field that was not shown in this frame

  virtual void set_route(std::string const& route, bool replace) = 0;
  virtual std::string route() const = 0;
  virtual void set_title(std::string const& title) = 0;
  virtual void set_unsaved(bool unsaved) = 0;               // beforeunload question only while true
  virtual void set_language(std::string_view language) = 0; // lang attribute of the page, spell check
  virtual bool prefers_dark() const = 0;
  virtual bool prefers_reduced_motion() const = 0;
  virtual void announce(std::string const& sentence) = 0;   // aria-live
};

}  // namespace rancang
