#pragma once
// Sink: what views ask for while they draw. The app carries it out after the frame, so that a frame sees one document and never half a change.
// Must not know: how requests are carried out.
#include <string>
#include <variant>
#include <vector>

#include "edit/commands.hpp"
#include "model/merge_report.hpp"
#include "ui/actions.hpp"

namespace rancang {

struct NewPlanForm {  // "Rencana baru": the few facts from which templates are laid out
  std::string region_name;
  std::uint8_t region_type = 2;  // RegionType
  std::string province;
  Year start = 0;
  std::int64_t years = 5;
};

struct EditRequest { Command command; std::uint64_t join_key = 0; };
struct CancelRequest { std::uint64_t join_key = 0; };  // Esc in a field
struct SealRequest {};                                 // the visit to a field has ended
struct GoRequest { std::string route; bool replace = false; };
struct ActionRequest { Action action = Action::undo; };
struct OpenPlanRequest { Ulid plan; };
struct CreatePlanRequest { NewPlanForm form; };
struct DeletePlanRequest { Ulid plan; };                // into the trash
struct RestorePlanRequest { Ulid plan; };
struct ErasePlanRequest { Ulid plan; };                 // for good
struct DuplicatePlanRequest { Ulid plan; };
struct DownloadPlanRequest { Ulid plan; };
enum class ImportChoice : std::uint8_t { add_as_new, merge, skip };
struct ImportRequest { std::size_t file = 0; ImportChoice choice = ImportChoice::skip; };
struct UndoToRequest { std::size_t position = 0; };    // history list: go to the state after so many steps of this session, forgotten ones included
struct NoticeRequest { std::string text; bool is_error = false; };
struct ClipboardRequest { std::string plain, html; };
struct SettingRequest { std::string key, value; };
struct PointRequest {  // restore points: keep the plan as it is, show what changed since one, return to it, forget it, copy the report; show the changes of what is called so; choose a file to compare with
  enum class Wish : std::uint8_t { keep, show, restore, drop, copy, history, compare } wish = Wish::show;
  std::uint64_t point = 0;
  std::string name;
  std::string until = {};  // copy: name of the state up to which the report goes, where that isn't the present
};
struct FieldRequest { RecordType type = RecordType::none; Ulid record; int field = -1; Year year = 0; };  // opens a record and brings the field under the cursor
struct RowsOfRequest { RecordType type = RecordType::none, target = RecordType::none; Ulid record; bool only_findings = false, any_field = false; };  // shows the rows of a table that name a record: in the first reference that can, or in any field
struct SlicesRequest {  // "Bagikan ke OPD": a file for each of these agencies; none: the making of files is given up
  std::vector<Ulid> agencies;
  std::optional<Date> due;
  std::string message;
};
struct FolderRequest {  // the shared folder: choose one, ask for permission again, end it, how this laptop is called
  enum class Wish : std::uint8_t { pick, allow, stop, label } wish = Wish::pick;
  std::string label;
};
struct DownloadRequest { std::string name, mime, bytes; };
struct MergeRequest {  // on the merge board
  // tick: a file. decide: a row. accept_group: all rows of a group. twins: a pair (theirs: one record, ours: two). confirm, cancel: the whole board. review: a file of another plan. report: copied.
  enum class Kind : std::uint8_t { tick, decide, accept_group, twins, confirm, cancel, review, report } kind = Kind::tick;
  std::size_t index = 0;
  Pick pick = Pick::merged;
  Value value;
};
using Request = std::variant<EditRequest, CancelRequest, SealRequest, GoRequest, ActionRequest, OpenPlanRequest, CreatePlanRequest, DeletePlanRequest, RestorePlanRequest, ErasePlanRequest,
                             DuplicatePlanRequest, DownloadPlanRequest, ImportRequest, UndoToRequest, NoticeRequest, ClipboardRequest, SettingRequest, RowsOfRequest, FieldRequest, PointRequest, DownloadRequest, MergeRequest, SlicesRequest, FolderRequest>;

class Sink {
 public:
  void edit(Command command, std::uint64_t join_key = 0) { requests_.push_back(EditRequest{std::move(command), join_key}); }
  void go(std::string route) { requests_.push_back(GoRequest{std::move(route), false}); }
  void act(Action action) { requests_.push_back(ActionRequest{action}); }
  void notice(std::string text) { requests_.push_back(NoticeRequest{std::move(text), false}); }
  void put(Request request) { requests_.push_back(std::move(request)); }
  std::vector<Request> take() { return std::exchange(requests_, {}); }
  bool empty() const { return requests_.empty(); }

 private:
  std::vector<Request> requests_;
};

}  // namespace rancang
