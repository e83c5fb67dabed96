#pragma once
// The parts of Beranda, drawn by home_view: how to start, the plan that is pointed at, the trash.
// Must not know: how plans are stored.
#include "ui/draw.hpp"
#include "ui/views/home_view.hpp"

namespace rancang {

constexpr draw::Type home_bold{Step::body, Weight::bold};

void start_column(Ui const& ui, HomeState const& state, Box column);               // home_start.cpp
void trash_part(Ui const& ui, HomeFacts const& facts, HomeState& state, Box& rows);  // home_trash.cpp
void trash_list(Ui const& ui, HomeFacts const& facts, HomeState& state, Box const& area);
void delete_question(Ui const& ui, HomeFacts const& facts, HomeState& state);
float changes_height(Ui const& ui, HomePlan const& plan);                            // home_plan.cpp
void changes_part(Ui const& ui, HomePlan const& plan, Box area);
void debts_column(Ui const& ui, HomePlan const& plan, Box column);
void storage_card(Ui const& ui, HomeFacts const& facts, HomeState& state, Box card);            // home_storage.cpp

}  // namespace rancang
