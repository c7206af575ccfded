/** Floor 5: what a study leaves for people: tables, figures, one page. */
package org.nlcen.study.report;
