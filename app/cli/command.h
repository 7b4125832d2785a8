#pragma once

#include "core/base/error.h"

namespace CLI {
class App;
}

namespace rb::cli {

/// Exit codes: 0 all good, 1 something failed (told on stderr), 2 the command line is wrong.
inline constexpr int kGood = 0;
inline constexpr int kFailed = 1;
inline constexpr int kUsage = 2;

/// Prints one sentence on stderr and gives the exit code that fits it.
int fail(const Error& error);

/// Each adds its verb; the verb's callback writes `exitCode`.
void addCaptionCommand(CLI::App& app, int& exitCode);
void addGrowCommand(CLI::App& app, int& exitCode);
void addConvertCommand(CLI::App& app, int& exitCode);
void addInspectCommand(CLI::App& app, int& exitCode);
void addTraceCommand(CLI::App& app, int& exitCode);
void addBenchCommand(CLI::App& app, int& exitCode);
void addEvaluateCommand(CLI::App& app, int& exitCode);
void addClassifyCommand(CLI::App& app, int& exitCode);
void addAdapterCommand(CLI::App& app, int& exitCode);
void addSynthCommand(CLI::App& app, int& exitCode);
void addTrainCommand(CLI::App& app, int& exitCode);
void addImportCommand(CLI::App& app, int& exitCode);
void addExportCommand(CLI::App& app, int& exitCode);
void addCheckCommand(CLI::App& app, int& exitCode);
void addProjectCommand(CLI::App& app, int& exitCode);
void addDemoCommand(CLI::App& app, int& exitCode);

} // namespace rb::cli
